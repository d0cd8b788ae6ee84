import type { Talk } from '../talk/talk.ts';

/** Closes the card. Who was in it goes on where it can be opened again; who was elsewhere is left there. */
export function closeCard(talk: Talk): void {
  const wasInside = document.activeElement?.closest('.card');
  talk.set({ card: null });
  if (wasInside) document.querySelector<HTMLElement>('.menu-button, .composer [name=code]')?.focus();
}
