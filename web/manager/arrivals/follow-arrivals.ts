import type { Settings } from '@foyer/domain/settings';
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isVisible } from '../connection/visibility.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { Inbox } from '../conversations/inbox.ts';
import { route } from '../route/history.ts';
import { arrived, showArrived } from './arrival.ts';
import { claimMessages, otherTabs, showTabs } from './tabs.ts';
import { type Remembered, remember, whatToTell } from './what-to-tell.ts';

/** Tells the manager of new messages while the dashboard is open: once over all tabs, in a visible one if there is one. */
export function followArrivals(open: Inbox, requests: Inbox, settings: ReadonlySignal<Settings>): () => void {
  const lookedAt = computed(() => (route.value.screen === null ? route.value.conversationId : null));
  const areLoaded = computed(() => [open, requests].every(({ hasAnswer, phase }) => hasAnswer.value || phase.value === 'failed'));
  const listed = computed(() => [...open.conversations.value, ...requests.conversations.value]);
  let known: Remembered | null = null;

  const tell = async (before: Remembered | null, now: readonly Conversation[]) => {
    const tabs = await otherTabs();
    const here = isVisible.peek() && lookedAt.peek() !== null ? [lookedAt.peek() ?? ''] : [];
    const told = whatToTell({
      before,
      listed: now,
      settings: settings.peek(),
      lookedAt: new Set([...tabs.lookedAt, ...here]),
      nowMs: Date.now(),
    });
    if (told.conversations.length === 0 || (!isVisible.peek() && tabs.isVisible)) return;
    const mine = await claimMessages(told.conversations.map(({ lastMessage }) => lastMessage.id));
    const news = told.conversations.filter(({ lastMessage }) => mine.has(lastMessage.id));
    if (news.length === 0) return;
    if (isVisible.peek()) showArrived(news);
    // Offline nothing arrives. If the file is gone after a deployment, there is no sound.
    if (told.hasSound) import('./chime.ts').then(({ chime }) => chime()).catch(() => {});
  };

  const stops = [
    showTabs(isVisible, lookedAt),
    effect(() => {
      if (!areLoaded.value) return;
      const before = known;
      known = remember(before, listed.value);
      if (before) tell(before, listed.value);
    }),
    // What was read meanwhile, here or on another device, is no longer shown.
    effect(() => {
      const shown = arrived.value;
      const left = shown.filter(({ id }) => id !== lookedAt.value && listed.value.some((other) => other.id === id && other.unread > 0));
      if (left.length < shown.length) arrived.value = left;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
