import { isShown } from '../../lib/is-shown.ts';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { say } from '../notice/notice.ts';
import { undoLatest } from '../notice/recent-acts.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { words } from '../words.ts';
import { openSearch } from '../workspace/open-search.ts';
import { areDetailsOpen, areRecentActsOpen, hasTwoPanes, isHelpOpen, isMoreOpen, paletteTargets, wantsLog } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Meaning, type Move, meaningOf, type Place } from './keys.ts';

const ROW = 'a[data-row]';

/** Handles keys on the whole page. Returns a function that stops it. */
export function bindKeys(workspace: Workspace): () => void {
  const listen = (event: KeyboardEvent) => {
    const meaning = event.defaultPrevented ? null : meaningOf(event, placeOf(document.activeElement));
    if (!meaning || (route.value.screen !== null && !isForEveryScreen(meaning))) return;
    event.preventDefault();
    if ('move' in meaning) RUN[meaning.move](workspace);
    else if ('selects' in meaning) select(workspace, meaning.selects);
    else if ('view' in meaning) navigate({ view: meaning.view, conversationId: null, screen: null });
    else act(workspace, meaning.acts);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Whether a key works on every screen. The others are about conversations. */
function isForEveryScreen(meaning: Meaning): boolean {
  return 'view' in meaning || ('move' in meaning && ['help', 'undo', 'recent', 'settings', 'search', 'palette'].includes(meaning.move));
}

export function focusComposer(): void {
  document.querySelector<HTMLElement>('[data-composer]')?.focus();
}

const RUN: Readonly<Record<Move, (workspace: Workspace) => void>> = {
  next: (workspace) => moveOn(workspace, 1),
  previous: (workspace) => moveOn(workspace, -1),
  right: () => moveAlong(1),
  left: () => moveAlong(-1),
  select({ selection }) {
    const id = focusedConversation() ?? route.value.conversationId;
    if (id !== null) selection.toggle(id);
  },
  reply: focusComposer,
  more() {
    // The menu belongs to the open conversation, so a key pressed on another row must not open it.
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
  search: () => openSearch(),
  settings() {
    navigate({ view: 'open', conversationId: null, screen: 'settings' });
  },
  help() {
    isHelpOpen.value = true;
  },
  palette: openPalette,
};

/** Opens the palette for what acts would change now. */
export function openPalette(workspace: Workspace): void {
  paletteTargets.value = route.peek().screen === null ? targetsOf(workspace) : [];
}

/** What is selected, else the target. */
function targetsOf(workspace: Workspace): readonly Conversation[] {
  const selected = workspace.selection.conversations.value;
  const target = targetOf(workspace);
  return selected.length > 0 || !target ? selected : [target];
}

/** Does the first of these acts that applies to what is selected, else to the target, or says why the first one doesn't. */
function act(workspace: Workspace, wanted: readonly [Act, ...Act[]]): void {
  const conversations = targetsOf(workspace);
  if (conversations.length === 0) return;
  const found = wanted.find((candidate) => candidate.canApply(conversations));
  if (found) perform(found, { conversations, workspace });
  else say(wanted[0].whyNot?.(conversations) ?? words.cannotDoHere);
}

/** From the composer to the messages, and from the messages to the list. Elsewhere it first ends the selection. */
function goBack({ selection }: Workspace): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('[data-composer]')) document.querySelector<HTMLElement>('[role="log"]')?.focus();
  else if (selection.ids.value.size > 0) selection.clear();
  else if (areDetailsOpen.value) areDetailsOpen.value = false;
  else {
    // Where the list is visible, its keys continue from this row.
    const row = document.querySelector<HTMLElement>(`${ROW}[aria-current]`);
    if (row && isShown(row)) row.focus({ focusVisible: true });
    leaveConversation();
  }
}

/** The conversation that keys act on: the row with the focus, else the open one. */
function targetOf({ inbox, thread }: Workspace): Conversation | null {
  const id = focusedConversation() ?? route.value.conversationId;
  return inbox.value.conversations.value.find((listed) => listed.id === id) ?? thread.value?.conversation.value ?? null;
}

function focusedConversation(): string | null {
  const row = document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>('[data-conversation]') : null;
  return row?.dataset.conversation ?? null;
}

/** Moves new conversations to the top of the list, and scrolls there. */
export function showNew({ list, wantRow }: Workspace): void {
  if (list.newCount.value === 0) return;
  list.takeIn();
  wantRow(list.rows.value[0]?.id ?? null);
}

/** Moves to the next row, or with a conversation open to the next conversation, wherever the focus is. */
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

/** Moves along a row, to its acts and back. `step` 1 is to the right. */
function moveAlong(step: 1 | -1): void {
  const row = document.activeElement?.closest('[data-conversation]');
  const stops = [...(row?.querySelectorAll<HTMLElement>('a, button, input') ?? [])].filter(isShown);
  const current = stops.indexOf(document.activeElement as HTMLElement);
  const isMirrored = getComputedStyle(document.body).direction === 'rtl';
  stops[Math.max(0, current + (isMirrored ? -step : step))]?.focus({ focusVisible: true });
}

/** Extends the selection to the next row, which gets the focus, or to all that are loaded. */
function select({ selection, list }: Workspace, what: 'all' | 'next' | 'previous'): void {
  if (what === 'all') {
    selection.take(list.rows.value.map(({ id }) => id));
    return;
  }
  const from = focusedConversation();
  moveFocus(what === 'next' ? 1 : -1);
  const to = focusedConversation();
  if (from !== null && to !== null) selection.extendTo(to, from);
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)].filter(isShown);
  const id = focusedConversation();
  const current = rows.findIndex((row) => row.dataset.row === id);
  const next = rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step))];
  // Safari shows no focus ring after a key whose default was prevented.
  next?.focus({ focusVisible: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function placeOf(focused: Element | null): Place {
  if (document.querySelector('dialog[open]')) return 'dialog';
  if (!focused || focused === document.body) return 'nowhere';
  if (focused.matches('[data-conversation] *')) return 'row';
  if (focused.matches('input, textarea, select, [contenteditable]')) return 'field';
  return 'elsewhere';
}
