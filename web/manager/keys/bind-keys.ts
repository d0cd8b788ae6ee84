import { isShown } from '../../lib/is-shown.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { type Act, possibleActs, whyNot } from '../conversations/possible-acts.ts';
import type { View } from '../inbox/view.ts';
import { say, undo } from '../notice/notice.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { areDetailsOpen, isHelpOpen, isMoreOpen } from '../shell/panels.ts';
import type { Workspace } from '../shell/workspace.ts';
import { type KeyAct, keyAct, type Place } from './keys.ts';

const ROW = 'a[data-row]';

/** Listens for keys everywhere. Returns the way to stop. */
export function bindKeys(workspace: Workspace): () => void {
  const listen = (event: KeyboardEvent) => {
    const act = event.defaultPrevented ? null : keyAct(event, placeOf(document.activeElement));
    // Beside the conversations there are none to act upon.
    if (!act || (route.value.screen !== null && !['help', 'undo'].includes(act) && !act.startsWith('to '))) return;
    event.preventDefault();
    RUN[act](workspace);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** The field in which one writes a reply. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>('[data-composer]')?.focus();
}

const RUN: Readonly<Record<KeyAct, (workspace: Workspace) => void>> = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  reply: focusComposer,
  close: (workspace) => act(workspace, ['close', 'reopen']),
  snooze: (workspace) => act(workspace, ['snooze']),
  release: (workspace) => act(workspace, ['release']),
  spam: (workspace) => act(workspace, ['spam']),
  block: (workspace) => act(workspace, ['block', 'unblock']),
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
  'to open': () => goTo('open'),
  'to snoozed': () => goTo('snoozed'),
  'to closed': () => goTo('closed'),
  'to requests': () => goTo('requests'),
  'to spam': () => goTo('spam'),
};

function goTo(view: View): void {
  navigate({ view, conversationId: null, screen: null });
}

/** Does the first of these that can be done to the conversation that is meant, or says why none can. */
function act(workspace: Workspace, wanted: readonly [Act, ...Act[]]): void {
  const target = targetOf(workspace);
  if (!target) return;
  const possible: readonly Act[] = [...possibleActs(target), target.isBlocked ? 'unblock' : 'block'];
  const found = wanted.find((candidate) => possible.includes(candidate));
  if (found) workspace.act(found, target);
  else say(whyNot(wanted[0], target));
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
