import { isShown } from '../../lib/is-shown.ts';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { say } from '../notice/notice.ts';
import { undoLatest } from '../notice/recent-acts.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { areDetailsOpen, areRecentActsOpen, hasTwoPanes, isHelpOpen, isMoreOpen, wantsLog } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Meaning, type Move, meaningOf, type Place } from './keys.ts';

const ROW = 'a[data-row]';

/** Listens for keys everywhere. Returns the way to stop. */
export function bindKeys(workspace: Workspace): () => void {
  const listen = (event: KeyboardEvent) => {
    const meaning = event.defaultPrevented ? null : meaningOf(event, placeOf(document.activeElement));
    if (!meaning || (route.value.screen !== null && !isForEveryScreen(meaning))) return;
    event.preventDefault();
    if ('move' in meaning) RUN[meaning.move](workspace);
    else if ('view' in meaning) navigate({ view: meaning.view, conversationId: null, screen: null });
    else act(workspace, meaning.acts);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Whether a key works on every screen. The others are about conversations, which only one screen has. */
function isForEveryScreen(meaning: Meaning): boolean {
  return 'view' in meaning || ('move' in meaning && ['help', 'undo', 'recent'].includes(meaning.move));
}

/** The field in which one writes a reply. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>('[data-composer]')?.focus();
}

const RUN: Readonly<Record<Move, (workspace: Workspace) => void>> = {
  next: (workspace) => moveOn(workspace, 1),
  previous: (workspace) => moveOn(workspace, -1),
  right: () => moveAlong(1),
  left: () => moveAlong(-1),
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
  undo: undoLatest,
  recent() {
    areRecentActsOpen.value = true;
  },
  fresh: showNew,
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
  else {
    // Where the list is visible its keys go on from here.
    const row = document.querySelector<HTMLElement>(`${ROW}[aria-current]`);
    if (row && isShown(row)) row.focus({ focusVisible: true });
    leaveConversation();
  }
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

/** Puts new conversations at the top of the list, and brings its beginning into view. */
export function showNew({ list, wantRow }: Workspace): void {
  if (list.newCount.value === 0) return;
  list.takeIn();
  wantRow(list.rows.value[0]?.id ?? null);
}

/** To the next row; with a conversation open, to the next conversation, wherever the focus is. */
function moveOn({ list, wantRow }: Workspace, step: 1 | -1): void {
  const { view, conversationId } = route.value;
  if (conversationId === null) {
    moveFocus(step);
    return;
  }
  const ids = list.rows.value.map(({ id }) => id);
  const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(conversationId) + step))];
  if (next === undefined) return;
  if (!hasTwoPanes.value || document.activeElement?.closest('[role="log"]')) wantsLog.value = true;
  else wantRow(next);
  navigate({ view, conversationId: next, screen: null });
}

/** Along a row, to its acts and back: to the right, or to the left. */
function moveAlong(step: 1 | -1): void {
  const row = document.activeElement?.closest('[data-conversation]');
  const stops = [...(row?.querySelectorAll<HTMLElement>('a, button') ?? [])].filter(isShown);
  const current = stops.indexOf(document.activeElement as HTMLElement);
  const isMirrored = getComputedStyle(document.body).direction === 'rtl';
  stops[Math.max(0, current + (isMirrored ? -step : step))]?.focus({ focusVisible: true });
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)].filter(isShown);
  const id = focusedConversation();
  const current = rows.findIndex((row) => row.dataset.row === id);
  const next = rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step))];
  // Told so, because Safari shows no focus that follows a key whose own act was prevented.
  next?.focus({ focusVisible: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function placeOf(focused: Element | null): Place {
  if (document.querySelector('dialog[open]')) return 'dialog';
  if (!focused || focused === document.body) return 'nowhere';
  if (focused.matches('input, textarea, select, [contenteditable]')) return 'field';
  return focused.closest('[data-conversation]') ? 'row' : 'elsewhere';
}
