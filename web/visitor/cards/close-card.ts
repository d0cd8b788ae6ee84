import type { Talk } from '../talk/talk.ts';

/**
 * Closes the card. If focus was inside, moves it to where the card can be opened again; otherwise leaves it. A code that no one has seen to
 * comes back after the card that the thread itself offers.
 */
export function closeCard(talk: Talk): void {
  const wasInside = document.activeElement?.closest('.card');
  const { code, isCodeSeen } = talk.keeper.read();
  talk.set({ card: talk.state.card === 'alerts' && code && !isCodeSeen ? 'code' : null });
  if (wasInside) document.querySelector<HTMLElement>('.menu-button, .composer [name=code]')?.focus();
}
