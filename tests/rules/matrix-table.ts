import { newTextMessage } from '@foyer/domain/new-message';
import { MANAGER } from '@foyer/domain/participant';
import { paths, visitorUid } from '@foyer/domain/paths';
import type { DocumentData } from 'firebase/firestore';
import { serverTimestamp } from 'firebase/firestore';
import type { Actor } from './actors.ts';
import * as world from './world.ts';
import { A, B, CONVERSATION, CONVERSATION_OF_B, NEIGHBOUR } from './world.ts';

export const READS = ['get', 'list 50', 'list 51', 'list all'] as const;
export const WRITES = ['update', 'delete', 'create'] as const;
export const OPERATIONS = [...READS, ...WRITES];
export type Operation = (typeof OPERATIONS)[number];

/** A document, valid data for it, and who may do what. Everything else is denied, to everyone. */
export interface Row {
  path: string;
  stored: DocumentData;
  /** Creates the document. For a message, the summary is in the same batch. */
  created: DocumentData;
  updated: DocumentData;
  may: Partial<Record<Operation, readonly Actor[]>>;
}

const owner: readonly Actor[] = ['manager A'];
const both: readonly Actor[] = ['manager A', 'the visitor'];
const visitor: readonly Actor[] = ['the visitor'];
const ownerOfB: readonly Actor[] = ['manager B'];
const bothOfB: readonly Actor[] = ['manager B', 'the visitor of manager B'];

const nobody = {};
const ownersOwn = { get: owner, 'list 50': owner, create: owner, update: owner, delete: owner };

const ownersOwnOfB = { get: ownerOfB, 'list 50': ownerOfB, create: ownerOfB, update: ownerOfB, delete: ownerOfB };

const mark = { seenAt: serverTimestamp() };
const anything = { stored: { text: 'x' }, created: { text: 'y' }, updated: { text: 'y' } };
const seen = { stored: { seenAt: world.earlier() }, created: mark, updated: mark };
const there = {
  stored: { seenAt: world.earlier(), state: 'away', updatedAt: world.earlier() },
  created: { seenAt: serverTimestamp(), updatedAt: serverTimestamp() },
  updated: { status: 'Back on Monday', statusUntil: world.later(), updatedAt: serverTimestamp() },
};
const day = (views: number) => ({ days: { '21': { views } } });
const counts = { stored: day(3), created: day(4), updated: day(5) };
const chosen = {
  stored: { appearance: 'dark', updatedAt: world.earlier() },
  created: { appearance: 'light', updatedAt: serverTimestamp() },
  updated: { hasSound: true, updatedAt: serverTimestamp() },
};
const front = {
  stored: { devices: {}, frontAt: world.earlier() },
  created: { frontAt: serverTimestamp() },
  updated: { frontAt: serverTimestamp() },
};
const label = { name: 'Portraits', color: '#8a3b2a' };
const line = { deletedAt: world.earlier(), tray: 'inbox', status: 'open' };
const deletion = { stored: line, created: { ...line, deletedAt: serverTimestamp() }, updated: { status: 'archived' } };
const cannedReply = { title: 'Prices', text: 'From 400 euros a day.' };
const person = {
  version: 2,
  name: 'Ines',
  nameKey: 'ines',
  terms: ['ines'],
  notes: '',
  fields: {},
  emails: [],
  phones: [],
  conversations: [CONVERSATION],
};
const contact = {
  stored: { ...person, createdAt: world.earlier(), updatedAt: world.earlier() },
  created: { ...person, createdAt: serverTimestamp(), updatedAt: serverTimestamp() },
  updated: { notes: 'Met in Porto', updatedAt: serverTimestamp() },
};
const pinning = { pinned: true, updatedAt: serverTimestamp() };
const said = { created: newTextMessage({ sender: MANAGER, text: 'Good morning' }, serverTimestamp()), updated: { text: 'Good evening' } };

export const TABLE: readonly Row[] = [
  { path: paths.manager(A), ...anything, may: { get: owner } },
  { path: paths.managerPresence(A), ...there, may: { get: both, create: owner, update: owner } },
  { path: `${paths.manager(A)}/public/profile`, ...anything, may: nobody },
  { path: world.labelPath('a1'), stored: label, created: label, updated: { name: 'Weddings' }, may: { ...ownersOwn, delete: [] } },
  { path: world.cannedReplyPath('a1'), stored: cannedReply, created: cannedReply, updated: { title: 'Rates' }, may: ownersOwn },
  { path: world.contactPath('ines'), ...contact, may: ownersOwn },
  { path: paths.draft(A), ...anything, may: { get: owner } },
  { path: paths.settings(A), ...chosen, may: { get: owner, create: owner, update: owner } },
  { path: paths.devices(A), ...front, may: { get: owner, create: owner, update: owner } },
  { path: paths.deletion(A, 'one'), ...deletion, may: { get: owner, 'list 50': owner, delete: owner } },
  { path: `${paths.manager(A)}/private/other`, ...anything, may: nobody },
  { path: paths.statistics(A, '2026-11'), ...counts, may: { get: owner } },
  { path: paths.waits(A), ...counts, may: { get: owner } },
  { path: paths.picture(A, '0f'.repeat(16)), ...anything, may: nobody },

  {
    path: world.conversationPath,
    stored: world.conversation(),
    created: world.conversation(),
    updated: pinning,
    may: { get: owner, 'list 50': owner, update: owner },
  },
  { path: world.messagePath(world.FIRST), stored: world.message(), ...said, may: { get: both, 'list 50': both, create: owner } },
  { path: paths.presence(A, CONVERSATION, 'visitor'), ...seen, may: { get: both, create: visitor, update: visitor } },
  { path: paths.presence(A, CONVERSATION, 'manager'), ...seen, may: { get: both, create: owner, update: owner } },
  { path: `${world.conversationPath}/presence/assistant`, ...seen, may: nobody },
  {
    path: world.notePath('a1'),
    stored: { text: 'Met in Porto', createdAt: world.earlier() },
    created: { text: 'Met in Porto', createdAt: serverTimestamp() },
    updated: { text: 'Met in Lisbon' },
    may: ownersOwn,
  },
  {
    path: paths.replyDraft(A, CONVERSATION),
    stored: { reply: 'Half a', updatedAt: world.earlier() },
    created: { reply: 'Half a reply', updatedAt: serverTimestamp() },
    updated: { note: 'Half a note', updatedAt: serverTimestamp() },
    may: { get: owner, create: owner, update: owner, delete: owner },
  },
  {
    path: paths.scheduledReply(A, CONVERSATION, world.messageId('later')),
    stored: { text: 'Good morning', sendAt: world.later(), createdAt: world.earlier(), updatedAt: world.earlier() },
    created: { text: 'Good morning', sendAt: world.later(), createdAt: serverTimestamp(), updatedAt: serverTimestamp() },
    updated: { text: 'Good evening', sendAt: world.later(), updatedAt: serverTimestamp() },
    may: { get: owner, 'list 50': owner, create: owner, update: owner, delete: owner },
  },
  { path: paths.reach(A, CONVERSATION), ...anything, may: nobody },
  { path: `${world.conversationPath}/files/one`, ...anything, may: nobody },
  { path: `${world.messagePath(world.FIRST)}/reactions/one`, ...anything, may: nobody },

  { path: paths.manager(B), ...anything, may: { get: ownerOfB } },
  {
    path: paths.conversation(B, CONVERSATION_OF_B),
    stored: world.conversation(),
    created: world.conversation(),
    updated: pinning,
    may: { get: ownerOfB, 'list 50': ownerOfB, update: ownerOfB },
  },
  {
    path: paths.message(B, CONVERSATION_OF_B, world.FIRST),
    stored: world.message(),
    ...said,
    may: { get: bothOfB, 'list 50': bothOfB, create: ownerOfB },
  },

  { path: paths.contact(B, world.messageId('ines')), ...contact, may: ownersOwnOfB },
  { path: paths.statistics(B, '2026-11'), ...counts, may: { get: ownerOfB } },

  // A page that a visitor's user claimed before such claims were refused: no one may use it.
  { path: paths.manager(visitorUid(CONVERSATION)), ...anything, may: nobody },
  {
    path: paths.conversation(visitorUid(CONVERSATION), NEIGHBOUR),
    stored: world.conversation(),
    created: world.conversation(),
    updated: pinning,
    may: nobody,
  },
  { path: paths.draft(visitorUid(CONVERSATION)), ...anything, may: nobody },

  { path: paths.slug('ines'), ...anything, may: nobody },
  { path: paths.listing(A), ...anything, may: nobody },
  { path: paths.resumeKey('0f'.repeat(32)), ...anything, may: nobody },
  { path: paths.limit('prefix'), ...anything, may: nobody },
  { path: paths.limit('breaker'), ...anything, may: nobody },
  { path: paths.stray(A, '0f'.repeat(16)), ...anything, may: nobody },
  { path: paths.erasure(CONVERSATION), ...anything, may: nobody },
  { path: paths.erasure(A), ...anything, may: nobody },
  { path: paths.report(CONVERSATION), ...anything, may: nobody },
  { path: paths.job('countMessages'), ...anything, may: nobody },
  { path: paths.alert(CONVERSATION, world.FIRST), ...anything, may: nobody },
  { path: paths.mailRequest(CONVERSATION), ...anything, may: nobody },
  { path: paths.managerMail(A), ...anything, may: nobody },
  { path: paths.job('mail'), ...anything, may: nobody },
  { path: paths.failure('push', CONVERSATION, world.FIRST), ...anything, may: nobody },
  { path: 'settings/breaker', ...anything, may: nobody },
  { path: `conversations/${CONVERSATION}`, ...anything, may: nobody },
];
