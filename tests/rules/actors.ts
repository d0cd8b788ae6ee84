import { visitorUid } from '@foyer/domain/paths';
import { A, B, CONVERSATION, CONVERSATION_OF_B, ENDED_SESSION, EPOCH, NEIGHBOUR, SESSION } from './world.ts';

export interface Account {
  uid: string;
  claims: { role?: string; m?: string; e?: number | string; s?: string; email?: string; email_verified?: boolean };
}

const uid = visitorUid(CONVERSATION);
const confirmed = { email: 'ada@example.com', email_verified: true };
const manager = { role: 'manager', ...confirmed };
const visitor = { role: 'visitor', m: A, e: EPOCH, s: SESSION };

/** Actors with a right to something, and actors that lack exactly one fact. */
export const ACTORS = {
  'someone signed out': null,
  'someone signed in without a role': { uid: 'stranger', claims: {} },
  'someone signed in with a confirmed address': { uid: 'stranger', claims: confirmed },

  'manager A': { uid: A, claims: manager },
  'manager B': { uid: B, claims: manager },
  'manager A without the role': { uid: A, claims: confirmed },
  'manager A without a confirmed address': { uid: A, claims: { ...manager, email_verified: false } },
  'manager A without an address': { uid: A, claims: { role: 'manager' } },
  'manager A with the claims of a visitor': { uid: A, claims: visitor },
  'manager B with the claims of a visitor of A': { uid: B, claims: visitor },
  "a stranger with a manager's role": { uid: 'stranger', claims: { ...manager, m: A } },

  'the visitor': { uid, claims: visitor },
  'the visitor with an old epoch': { uid, claims: { ...visitor, e: EPOCH - 1 } },
  'the visitor with a future epoch': { uid, claims: { ...visitor, e: EPOCH + 1 } },
  'the visitor with the epoch as text': { uid, claims: { ...visitor, e: `${EPOCH}` } },
  'the visitor without an epoch': { uid, claims: { role: 'visitor', m: A, s: SESSION } },
  'the visitor with an ended session': { uid, claims: { ...visitor, s: ENDED_SESSION } },
  'the visitor without a session': { uid, claims: { role: 'visitor', m: A, e: EPOCH } },
  'the visitor with a claim to manager B': { uid, claims: { ...visitor, m: B } },
  'the visitor without a role': { uid, claims: { m: A, e: EPOCH, s: SESSION } },
  "the visitor with a manager's role": { uid, claims: { ...visitor, role: 'manager' } },
  "the visitor's user with a linked address": { uid, claims: confirmed },
  "the visitor's user with a linked address and a visitor's claims": { uid, claims: { ...visitor, ...confirmed } },
  "the visitor's user with a linked address and a manager's role": { uid, claims: manager },
  'the visitor of a neighbouring conversation': { uid: visitorUid(NEIGHBOUR), claims: visitor },
  'the visitor of manager B': { uid: visitorUid(CONVERSATION_OF_B), claims: { ...visitor, m: B } },
} as const satisfies Record<string, Account | null>;

export type Actor = keyof typeof ACTORS;
