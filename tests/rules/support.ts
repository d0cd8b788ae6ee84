import { readFile } from 'node:fs/promises';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getFirestore,
  setDoc,
  setLogLevel,
  terminate,
} from 'firebase/firestore';
import { emulators } from '../support/emulators.ts';
import { ACTORS, type Account, type Actor } from './actors.ts';
import { expect, it } from './cases.ts';

/** This run's own project: the emulator stores data, rules and coverage by project. */
const projectId = `demo-foyer-rules-${process.pid}`;
const { host, port } = emulators().firestore;

const project = `http://${host}:${port}/emulator/v1/projects/${projectId}`;
export const coverageUrl = `${project}:ruleCoverage`;
/** Loads other rules for the following requests. */
export const loadedRulesUrl = `${project}:securityRules`;
export const rulesUrl = new URL('../../firestore.rules', import.meta.url);

// Most of these tests expect refusals.
setLogLevel('silent');

let environment: RulesTestEnvironment;
const stores = new Map<Actor, Firestore>();

export async function openEnvironment(): Promise<void> {
  environment = await initializeTestEnvironment({ projectId, firestore: { host, port, rules: await readFile(rulesUrl, 'utf8') } });
}

export async function closeEnvironment(): Promise<void> {
  await environment.clearFirestore();
  await environment.cleanup();
  await terminate(server);
}

/** The store as an actor accesses it. */
export function as(actor: Actor): Firestore {
  const account: Account | null = ACTORS[actor];
  let store = stores.get(actor);
  if (store === undefined) {
    const context = account === null ? environment.unauthenticatedContext() : environment.authenticatedContext(account.uid, account.claims);
    store = modular(context.firestore());
    stores.set(actor, store);
  }
  return store;
}

/** The server's access, which bypasses the rules. Opened once: the library would open a connection for every step. */
export const server = getFirestore(initializeApp({ projectId }, 'server'));
connectFirestoreEmulator(server, host, port, { mockUserToken: 'owner' });

export const seed = (path: string, data: DocumentData) => setDoc(doc(server, path), data);
export const erase = (path: string) => deleteDoc(doc(server, path));
export const eraseEverything = () => environment.clearFirestore();

/** Any other failure is an error of the test. */
export async function answerTo(request: Promise<unknown>): Promise<'allowed' | 'denied'> {
  try {
    await request;
    return 'allowed';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'permission-denied') return 'denied';
    throw error;
  }
}

export const expectAllowed = async (request: Promise<unknown>) => expect(await answerTo(request)).toBe('allowed');
export const expectDenied = async (request: Promise<unknown>) => expect(await answerTo(request)).toBe('denied');

/**
 * An allowed request, and its twins: the same with one fact flipped, each of them denied. Each twin comes before the allowed request, on
 * the same data, so only the flipped fact can be the reason.
 */
export function twins<Request>(
  title: string,
  honest: NoInfer<Request>,
  flipped: Record<string, NoInfer<Request>>,
  send: (request: Request) => Promise<unknown>,
): void {
  it(title, () => expectAllowed(send(honest)));
  for (const [fact, request] of Object.entries(flipped)) {
    it(`${title}, but not ${fact}`, async () => {
      await expectDenied(send(request));
      await expectAllowed(send(honest));
    });
  }
}

/** The library returns the older class, which the functions of the newer interface accept as is. */
function modular(store: unknown): Firestore {
  return store as Firestore;
}
