import { CannedReply } from '@foyer/domain/canned-reply';
import { contactWrite } from '@foyer/domain/contact-schema';
import { managersState, readState, replySummary } from '@foyer/domain/conversation';
import { frontMark } from '@foyer/domain/device-schema';
import { deletedLabel, Label } from '@foyer/domain/label';
import { managersMessage } from '@foyer/domain/message';
import { NoteCorrection, newNote } from '@foyer/domain/note';
import type { ParticipantId } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { blockNotice, managerPresence, presence } from '@foyer/domain/presence';
import { replyDraft } from '@foyer/domain/reply-draft';
import { scheduledReply, schedulingState } from '@foyer/domain/scheduled-reply';
import { settingsChange } from '@foyer/domain/settings-schema';
import {
  arrayRemove,
  arrayUnion,
  type DocumentData,
  deleteField,
  doc,
  FieldValue,
  increment,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from 'firebase/firestore';
import { z } from 'zod';
import type { Actor } from './actors.ts';
import { messageHalf, sendReply, summaryHalf } from './reply-batch.ts';
import { schedule } from './schedule-batch.ts';
import { as, erase, seed } from './support.ts';
import * as world from './world.ts';

/** A browser's write of a document: the schema of what it may write, and valid data with every field. */
export interface Subject {
  /** Actor and action: "manager A creates a label". */
  title: string;
  schema: z.ZodObject;
  sample: DocumentData;
  /** Sets up the store for the write. */
  prepare(): Promise<unknown>;
  write(data: DocumentData): Promise<unknown>;
}

const sentinel = (value: FieldValue) => z.custom<FieldValue>((other) => other instanceof FieldValue && other.isEqual(value));
const now = sentinel(serverTimestamp());
const oneMore = sentinel(increment(1));
const time = z.custom<Timestamp>((value) => value instanceof Timestamp);
const past = z.custom<Timestamp>((value) => value instanceof Timestamp && value.toMillis() <= Date.now());
const ahead = z.custom<Timestamp>((value) => value instanceof Timestamp && value.toMillis() > Date.now());

type Shape = Pick<Subject, 'schema' | 'sample'>;

const label: Shape = { schema: Label, sample: { name: 'Portraits', color: '#8a3b2a' } };
const noLabel: Shape = { schema: deletedLabel(now), sample: { deletedAt: serverTimestamp() } };
const cannedReply: Shape = { schema: CannedReply, sample: { title: 'Prices', text: 'From 400 euros a day.' } };
const note: Shape = { schema: newNote(now, past), sample: { text: 'Met in Porto', createdAt: serverTimestamp() } };
const correction: Shape = { schema: NoteCorrection, sample: { text: 'Met in Lisbon' } };
const contact: Shape = {
  schema: contactWrite(now, past),
  sample: {
    version: 2,
    name: 'Ines Carvalho',
    nameKey: 'ines carvalho',
    terms: ['ines', 'carvalho'],
    notes: 'Met in Porto',
    fields: { Company: 'Atlas', 'Next call': 'Monday' },
    emails: ['ines@example.com', 'ines@example.org'],
    phones: ['+351 220 000 000', '+351 910 000 000'],
    conversations: [world.CONVERSATION, world.NEIGHBOUR],
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  },
};
const halfDone: Shape = {
  schema: replyDraft(now),
  sample: { reply: 'Half a reply', note: 'Half a note', updatedAt: serverTimestamp() },
};
const LATER = world.messageId('later');
const planned: Shape = {
  schema: scheduledReply(now, time),
  sample: {
    text: 'Good morning',
    replyTo: world.FIRST,
    sendAt: world.later(),
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  },
};
/** It keeps the time when it was created. */
const again: Shape = {
  schema: scheduledReply(now, time).omit({ createdAt: true }),
  sample: { text: 'Good evening', replyTo: world.FIRST, sendAt: world.later(), updatedAt: serverTimestamp() },
};
const listed: Shape = {
  schema: schedulingState(now, sentinel(arrayUnion(LATER))),
  sample: { scheduled: arrayUnion(LATER), updatedAt: serverTimestamp() },
};
const seen: Shape = {
  schema: managerPresence(now, time),
  sample: {
    seenAt: serverTimestamp(),
    state: 'do-not-disturb',
    status: 'Back on Monday',
    statusUntil: world.later(),
    updatedAt: serverTimestamp(),
  },
};
const marks: Shape = {
  schema: presence(now),
  sample: { seenAt: serverTimestamp(), readAt: serverTimestamp(), typingAt: serverTimestamp() },
};
const state: Shape = {
  schema: managersState(now, ahead),
  sample: {
    status: 'snoozed',
    snoozedUntil: world.later(),
    unread: 1,
    isUnread: true,
    alias: 'Ines from Porto',
    aliasTerms: ['ines', 'porto'],
    labels: ['portraits'],
    pinned: true,
    isMuted: true,
    tray: 'requests',
    blockedAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  },
};
const read: Shape = { schema: readState(now), sample: { unread: 0, isUnread: false, updatedAt: serverTimestamp() } };

const settings: Shape = {
  schema: settingsChange(now),
  sample: {
    isTextInPush: true,
    hasSound: true,
    quietHours: { from: '22:00', to: '07:30' },
    timeZone: 'America/Port-au-Prince',
    mailAfter: 'quarter-hour',
    availability: 'do-not-disturb',
    hasReceipts: false,
    appearance: 'dark',
    language: 'pt',
    updatedAt: serverTimestamp(),
  },
};
const front: Shape = { schema: frontMark(now), sample: { frontAt: serverTimestamp() } };

const told: Shape = { schema: blockNotice, sample: { isBlocked: true } };

const REPLY = world.messageId('reply');
const messageOfReply: Shape = {
  schema: managersMessage(now, z.literal(world.A)),
  sample: { ...messageHalf(REPLY).data, replyTo: world.FIRST, managerId: world.A, terms: ['good', 'morning'] },
};
const summaryOfReply: Shape = {
  schema: replySummary(now, oneMore, sentinel(arrayRemove(REPLY))),
  sample: { ...summaryHalf(REPLY).data, scheduled: arrayRemove(REPLY) },
};

const presenceOf = (side: ParticipantId) => paths.presence(world.A, world.CONVERSATION, side);
const stored = { seenAt: world.earlier() };

export const SUBJECTS: readonly Subject[] = [
  sets('manager A creates a label', label, world.labelPath('a1')),
  sets('manager A changes a label', label, world.labelPath('a1'), label.sample),
  sets('manager A deletes a label', noLabel, world.labelPath('a1'), label.sample),
  sets('manager A creates a canned reply', cannedReply, world.cannedReplyPath('a1')),
  sets('manager A changes a canned reply', cannedReply, world.cannedReplyPath('a1'), cannedReply.sample),
  sets('manager A creates a contact', contact, world.contactPath('ines')),
  sets('manager A changes a contact', contact, world.contactPath('ines'), contact.sample),
  sets('manager A writes a note', note, world.notePath('a1')),
  updates('manager A corrects a note', correction, world.notePath('a1'), { text: 'Before', createdAt: world.earlier() }),
  sets('manager A keeps a draft', halfDone, paths.replyDraft(world.A, world.CONVERSATION)),
  sets('manager A changes a draft', halfDone, paths.replyDraft(world.A, world.CONVERSATION), halfDone.sample),
  schedules('manager A schedules a reply', planned, (data) => ({ reply: data })),
  schedules('manager A lists a scheduled reply', listed, (data) => ({ list: data })),
  updates('manager A changes a scheduled reply', again, world.scheduledPath(LATER), { ...planned.sample, createdAt: world.earlier() }),
  sets('manager A chooses settings', settings, paths.settings(world.A)),
  sets('manager A changes settings', settings, paths.settings(world.A), settings.sample),
  sets('manager A has a dashboard in front of them', front, paths.devices(world.A)),
  updates('manager A still has a dashboard in front of them', front, paths.devices(world.A), { devices: {}, frontAt: world.earlier() }),
  sets('manager A comes', seen, paths.managerPresence(world.A)),
  sets('manager A comes again', seen, paths.managerPresence(world.A), { ...stored, updatedAt: world.earlier() }),
  sets('manager A comes to a conversation', marks, presenceOf('manager')),
  sets('manager A comes to a conversation again', marks, presenceOf('manager'), stored),
  sets('the visitor comes to the conversation', marks, presenceOf('visitor'), null, 'the visitor'),
  sets('the visitor comes to the conversation again', marks, presenceOf('visitor'), stored, 'the visitor'),
  sets('manager A tells of a block', told, presenceOf('manager'), null, 'manager A', world.conversation({ blockedAt: world.earlier() })),
  updates('manager A changes all of their state of a conversation', state, world.conversationPath, world.conversation({ unread: 0 })),
  updates('manager A marks a conversation as read', read, world.conversationPath, world.conversation()),
  replies('manager A replies by a message', messageOfReply, (data) => ({ message: data })),
  replies('manager A replies with a summary', summaryOfReply, (data) => ({ summary: data })),
];

function sets(
  title: string,
  shape: Shape,
  path: string,
  stored: DocumentData | null = null,
  actor: Actor = 'manager A',
  conversation = world.conversation(),
): Subject {
  return {
    title,
    ...shape,
    prepare: () => Promise.all([seed(world.conversationPath, conversation), stored === null ? erase(path) : seed(path, stored)]),
    write: (data) => setDoc(doc(as(actor), path), data),
  };
}

/** In an update, a missing field is a removed one. */
function updates(title: string, shape: Shape, path: string, stored: DocumentData): Subject {
  return {
    title,
    ...shape,
    prepare: () => seed(path, stored),
    write: (data) => updateDoc(doc(as('manager A'), path), whole(shape, data)),
  };
}

function replies(title: string, shape: Shape, half: (data: DocumentData) => { message?: DocumentData; summary?: DocumentData }): Subject {
  return {
    title,
    ...shape,
    prepare: () => Promise.all([seed(world.conversationPath, world.conversation({ scheduled: [REPLY] })), erase(world.messagePath(REPLY))]),
    write(data) {
      const { message = messageHalf(REPLY).data, summary } = half(data);
      return sendReply(as('manager A'), {
        messages: [{ path: world.messagePath(REPLY), data: message }],
        summaries: [{ path: world.conversationPath, data: summary ? whole(shape, summary) : summaryHalf(REPLY).data }],
      });
    },
  };
}

function schedules(title: string, shape: Shape, half: (data: DocumentData) => { reply?: DocumentData; list?: DocumentData }): Subject {
  const path = world.scheduledPath(LATER);
  return {
    title,
    ...shape,
    prepare: () => Promise.all([seed(world.conversationPath, world.conversation()), erase(path)]),
    write(data) {
      const { reply = planned.sample, list } = half(data);
      return schedule(as('manager A'), path, reply, list && whole(shape, list));
    },
  };
}

function whole({ sample }: Shape, data: DocumentData): DocumentData {
  return { ...Object.fromEntries(Object.keys(sample).map((field) => [field, deleteField()])), ...data };
}
