import { visitorUid } from '@foyer/domain/paths';
import { A, B, CONVERSATION, CONVERSATION_OF_B, EPOCH, NEIGHBOUR } from './world.ts';

export interface Account {
  uid: string;
  claims: { role?: string; m?: string; e?: number | string };
}

const uid = visitorUid(CONVERSATION);

/** Everybody who may knock: those with a right to something, and those who have all of it but for one fact. */
export const ACTORS = {
  'somebody signed out': null,
  'somebody signed in without a role': { uid: 'stranger', claims: {} },

  'manager A': { uid: A, claims: { role: 'manager' } },
  'manager B': { uid: B, claims: { role: 'manager' } },
  'manager A without the role': { uid: A, claims: {} },
  'manager A with the claims of a visitor': { uid: A, claims: { role: 'visitor', m: A, e: EPOCH } },
  'manager B with the claims of a visitor of A': { uid: B, claims: { role: 'visitor', m: A, e: EPOCH } },
  "a stranger with a manager's role": { uid: 'stranger', claims: { role: 'manager', m: A } },

  'the visitor': { uid, claims: { role: 'visitor', m: A, e: EPOCH } },
  'the visitor with an old epoch': { uid, claims: { role: 'visitor', m: A, e: EPOCH - 1 } },
  'the visitor with an epoch to come': { uid, claims: { role: 'visitor', m: A, e: EPOCH + 1 } },
  'the visitor with the epoch as text': { uid, claims: { role: 'visitor', m: A, e: `${EPOCH}` } },
  'the visitor without an epoch': { uid, claims: { role: 'visitor', m: A } },
  'the visitor with a claim to manager B': { uid, claims: { role: 'visitor', m: B, e: EPOCH } },
  'the visitor without a role': { uid, claims: { m: A, e: EPOCH } },
  "the visitor with a manager's role": { uid, claims: { role: 'manager', m: A, e: EPOCH } },
  'the visitor of a neighbouring conversation': { uid: visitorUid(NEIGHBOUR), claims: { role: 'visitor', m: A, e: EPOCH } },
  'the visitor of manager B': { uid: visitorUid(CONVERSATION_OF_B), claims: { role: 'visitor', m: B, e: EPOCH } },
} as const satisfies Record<string, Account | null>;

export type Actor = keyof typeof ACTORS;
