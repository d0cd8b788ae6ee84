import { isShown } from '../../lib/is-shown.ts';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { say, undo } from '../notice/notice.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { areDetailsOpen, isHelpOpen, isMoreOpen } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Meaning, type Move, meaningOf, type Place } from './keys.ts';

const ROW = 'a[data-row]';

/** Listens for keys everywhere. Returns the way to stop. */
export function bindKeys(workspace: Workspace): () => void {
  const listen = (event: KeyboardEvent) => {
    const meaning = event.defaultPrevented ? null : meaningOf(event, placeOf(document.activeElement));
    if (!meaning || (route.value.screen !== null && !isForEveryScreen(meaning))) return;
    event.preventDefault();
    if ('move' in meaning) RUN[meaning.move]();
    else if ('view' in meaning) navigate({ view: meaning.view, conversationId: null, screen: null });
    else act(workspace, meaning.acts);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Whether a key works on every screen. The others are about conversations, which only one screen has. */
function isForEveryScreen(meaning: Meaning): boolean {
  return 'view' in meaning || ('move' in meaning && (meaning.move === 'help' || meaning.move === 'undo'));
}

/** The field in which one writes a reply. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>('[data-composer]')?.focus();
}

const RUN: Readonly<Record<Move, () => void>> = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  reply: focusComposer,
  more() {
    // The menu is the open conversation's: a key that is meant for another one must not change that.
    const { conversationId } = route.value;
    isMoreOpen.value = conversationId !== null && (focusedConversation() ?? conversationId) === conversationId;
  },
  details() {
    areDetailsOpen.value = route.value.conversationId !== null && !areDetailsOpen.value;
  },
  back: goBack,
  undo,
  help() {
    isHelpOpen.value = true;
  },
};

/** Does the first of these that can be done to the conversation that is meant, or says why the first cannot. */
function act(workspace: Workspace, wanted: readonly [Act, ...Act[]]): void {
  const target = targetOf(workspace);
  if (!target) return;
  const conversations = [target];
  const found = wanted.find((candidate) => candidate.canApply(conversations));
  if (found) perform(found, { conversations, workspace });
  else say(wanted[0].whyNot?.(conversations) ?? 'That cannot be done here.');
}

/** From the composer to the messages, from there to the list. */
function goBack(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('[data-composer]')) document.querySelector<HTMLElement>('[role="log"]')?.focus();
  else if (areDetailsOpen.value) areDetailsOpen.value = false;
  else leaveConversation();
}

/** The conversation that the keys are about: the row with the focus, else the one that is open. */
function targetOf({ inbox, thread }: Workspace): Conversation | null {
  const id = focusedConversation() ?? route.value.conversationId;
  return inbox.value.conversations.value.find((listed) => listed.id === id) ?? thread.value?.conversation.value ?? null;
}

function focusedConversation(): string | null {
  const row = document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>('[data-conversation]') : null;
  return row?.dataset.conversation ?? null;
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)].filter(isShown);
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const current = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent !== null);
  const next = rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step))];
  // Told so, because Safari shows no focus that follows a key whose own act was prevented.
  next?.focus({ focusVisible: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function placeOf(focused: Element | null): Place {
  if (document.querySelector('dialog[open]')) return 'dialog';
  if (!focused || focused === document.body) return 'nowhere';
  if (focused.matches('input, textarea, select, [contenteditable]')) return 'field';
  return focused.matches(ROW) ? 'row' : 'elsewhere';
}
