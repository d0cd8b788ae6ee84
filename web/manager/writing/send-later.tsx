import { SCHEDULE_AHEAD_MS, SCHEDULED_MAX } from '@foyer/domain/limits';
import type { Signal } from '@preact/signals';
import { nanoid } from 'nanoid';
import { TimeDialog } from '../acts/late-dialogs.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/moment-name.ts';
import type { Store } from '../firebase/store.ts';
import { focusComposer } from '../keys/bind-keys.ts';
import { readDraft } from '../messages/drafts.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { openSheet } from '../workspace/panels.ts';
import { beginEditing, type Editing, editingIn, endEditing, fillField, giveBack } from './editing.ts';
import { type Plan, reschedule, type Scheduled, schedule, sendNow, unschedule } from './follow-scheduled.ts';
import { noteOf } from './note-text.ts';
import { words } from './words.ts';

const TIME_WORDS = { submit: words.schedule, tooFar: words.scheduleTooFar, means: words.willBeSent, aheadMs: SCHEDULE_AHEAD_MS };

const moment = (ms: number) => momentName(ms, Date.now());

function askTime(title: string, onChoose: (atMs: number) => void): void {
  openSheet((onClose) => (
    <TimeDialog
      label={title}
      title={<span class="font-medium text-ink">{title}</span>}
      note={words.scheduleNote}
      words={TIME_WORDS}
      onChoose={onChoose}
      onClose={onClose}
    />
  ));
}

interface Field {
  text: Signal<string>;
  fault: Signal<string | null>;
  /** Empties the field and its draft. */
  clear(): void;
}

/** Asks when to send what is in the field, and takes it from there. */
export function sendLater(store: Store, { id: conversationId, scheduled }: Conversation, { text, fault, clear }: Field): void {
  if (text.value.trim() === '') return;
  const valid = noteOf(text.value);
  if ('fault' in valid) fault.value = valid.fault;
  else if (scheduled.length >= SCHEDULED_MAX) fault.value = words.scheduledTooMany({ count: SCHEDULED_MAX });
  else {
    askTime(words.scheduleTitle, (sendAtMs) => {
      const { id = nanoid(), replyTo } = editingIn(conversationId) ?? {};
      endEditing(conversationId);
      clear();
      put(store, conversationId, { id, text: valid.text, sendAtMs, ...(replyTo && { replyTo }) });
    });
  }
}

function put(store: Store, conversationId: string, plan: Plan): void {
  document.querySelector('[role="log"]')?.scrollTo({ top: 0 });
  schedule(store, conversationId, plan).catch(() => {
    giveBack(conversationId, plan.text);
    say(words.scheduleRefused);
  });
  sayDone(words.scheduledDone({ moment: moment(plan.sendAtMs) }), () => {
    giveBack(conversationId, plan.text);
    unschedule(store, conversationId, plan.id).catch(() => sayTooLate(conversationId, plan.text));
    focusComposer();
  });
}

/** It was sent while its text was taken into the field. */
function sayTooLate(conversationId: string, text: string, before = ''): void {
  if (readDraft(conversationId) === text) fillField(conversationId, before);
  say(words.alreadySent);
}

/** Takes a reply into the field. It isn't sent meanwhile. */
export function edit(store: Store, conversationId: string, { id, text, replyTo, sendAtMs }: Scheduled): void {
  const current = editingIn(conversationId);
  if (current) {
    const valid = noteOf(readDraft(conversationId));
    if ('fault' in valid) {
      say(valid.fault);
      return;
    }
    keep(store, conversationId, current, valid.text);
  }
  const before = current?.before ?? readDraft(conversationId);
  beginEditing(conversationId, { id, text, sendAtMs, before, ...(replyTo && { replyTo }) });
  fillField(conversationId, text);
  focusComposer();
  unschedule(store, conversationId, id).catch(() => {
    endEditing(conversationId);
    sayTooLate(conversationId, text, before);
  });
}

/** Schedules an edited reply again, at its time. `text` must be normalised and valid. */
export function keep(store: Store, conversationId: string, { before, ...plan }: Editing, text: string): void {
  endEditing(conversationId);
  fillField(conversationId, before);
  schedule(store, conversationId, { ...plan, text }).catch(() => {
    giveBack(conversationId, text);
    say(words.scheduleRefused);
  });
  say(words.scheduledDone({ moment: moment(plan.sendAtMs) }));
}

export function changeTime(store: Store, conversationId: string, { id, sendAtMs, failure }: Scheduled): void {
  askTime(words.changeTime, (atMs) => {
    reschedule(store, conversationId, id, atMs).catch(() => say(words.alreadySent));
    const said = words.scheduledDone({ moment: moment(atMs) });
    if (failure !== null) say(said);
    else sayDone(said, () => reschedule(store, conversationId, id, sendAtMs).catch(() => say(words.alreadySent)));
  });
}

export function sendScheduledNow(store: Store, conversationId: string, reply: Scheduled): void {
  sendNow(store, conversationId, reply).catch(() => say(words.alreadySent));
}

export function remove(store: Store, conversationId: string, { id, text, replyTo, sendAtMs }: Scheduled): void {
  unschedule(store, conversationId, id).catch(() => say(words.alreadySent));
  sayDone(words.scheduledDeleted, () => {
    schedule(store, conversationId, { id, text, sendAtMs, ...(replyTo && { replyTo }) }).catch(sayRefused);
    say(words.scheduledDone({ moment: moment(sendAtMs) }));
  });
}
