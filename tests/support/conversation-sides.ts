import type { OpenConversation } from '@foyer/domain/conversation';
import { MANAGER, type ParticipantId, VISITOR } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithCustomToken, signInWithEmailAndPassword } from 'firebase/auth';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore';
import { apiFailure } from '../../web/conversation/api-failure.ts';
import type { Failure, Unsent } from '../../web/conversation/outbox.ts';
import { followOverApi } from '../../web/conversation/over-api.ts';
import { followOverFirestore, type Place } from '../../web/conversation/over-firestore.ts';
import { firestoreFailure, sendOverFirestore } from '../../web/conversation/send-over-firestore.ts';
import type { Following, Heard } from '../../web/conversation/transport.ts';
import { ApiProblem } from '../../web/lib/api.ts';
import { PASSWORD } from './account.ts';
import type { TestCloud } from './cloud.ts';
import { emulators } from './emulators.ts';
import { type Fixture, someFixture } from './fixture.ts';
import { newCode, type Reply, Visitor } from './visitor.ts';

// These tests expect refusals.
setLogLevel('silent');

/** How a participant reaches a conversation: the only difference between the two sides. */
interface Transport {
  follow(heard: Heard): Following;
  /** Sends one message. A repeat of a stored one with the same text is acknowledged again. */
  send(message: Unsent): Promise<unknown>;
  failureOf(cause: unknown): Failure;
}

/** One participant of a new conversation, and their transport. */
export interface Side {
  fixture: Fixture;
  me: ParticipantId;
  transport: Transport;
  /** Ends every session of the visitor, as another of their devices does. */
  endSessions(): Promise<void>;
  close(): Promise<void>;
}

/** A visitor's browser before live reading, or without it. */
export async function visitorOverApi(cloud: TestCloud): Promise<Side> {
  const { fixture, endSessions } = await someConversation(cloud);
  const { visitor, slug, conversationId } = fixture;
  const transport: Transport = {
    follow: (heard) =>
      followOverApi(
        {
          open: async () => answerOf(await visitor.open(slug)),
          answered({ messages, conversation }) {
            heard.messages(messages, true, conversation.messageCount);
            return true;
          },
          async failed() {
            heard.failed();
            return true;
          },
        },
        10,
      ),
    send: async ({ messageId, text }) => answerOf(await visitor.send(conversationId, text, messageId)),
    failureOf: (cause) => apiFailure(cause, 'It was refused.'),
  };
  return { fixture, me: VISITOR, transport, endSessions, close: async () => undefined };
}

/** A visitor who reads live, and still sends through the API. */
export async function visitorOverFirestore(cloud: TestCloud): Promise<Side> {
  const side = await visitorOverApi(cloud);
  const { visitor, slug } = side.fixture;
  const { token } = answerOf<OpenConversation>(await visitor.open(slug));
  const { place, close } = await placeOf(side.fixture, VISITOR, (auth) => signInWithCustomToken(auth, token ?? ''));
  return { ...side, transport: { ...side.transport, follow: (heard) => followOverFirestore(place, heard) }, close };
}

export async function managerOverFirestore(cloud: TestCloud, firestore = emulators().firestore): Promise<Side & { place: Place }> {
  const { fixture, endSessions } = await someConversation(cloud);
  const signIn: SignIn = (auth) => signInWithEmailAndPassword(auth, fixture.manager.email, PASSWORD);
  const { place, close } = await placeOf(fixture, MANAGER, signIn, firestore);
  const transport: Transport = {
    follow: (heard) => followOverFirestore(place, heard),
    send: (message) => sendOverFirestore(place, message),
    failureOf: () => firestoreFailure('It was refused.'),
  };
  return { fixture, place, me: MANAGER, transport, endSessions, close };
}

async function someConversation(cloud: TestCloud) {
  const fixture = await someFixture(cloud);
  const device = new Visitor(createApp(cloud).request);
  const code = newCode();
  await fixture.visitor.replaceCode(fixture.conversationId, code);
  await device.resume(fixture.slug, code);
  return { fixture, endSessions: async () => void answerOf(await device.signOutOthers(fixture.conversationId)) };
}

type SignIn = (auth: ReturnType<typeof getAuth>) => Promise<unknown>;

let apps = 0;

async function placeOf(
  { manager, conversationId }: Fixture,
  me: ParticipantId,
  signIn: SignIn,
  firestore = emulators().firestore,
): Promise<{ place: Place; close(): Promise<void> }> {
  const { projectId, auth: authUrl } = emulators();
  const app = initializeApp({ projectId, apiKey: 'demo' }, `side-${++apps}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, authUrl, { disableWarnings: true });
  await signIn(auth);
  const db: Firestore = getFirestore(app);
  connectFirestoreEmulator(db, firestore.host, firestore.port);
  return { place: { db, managerId: manager.uid, conversationId, me }, close: () => deleteApp(app) };
}

function answerOf<T>({ status, body }: Reply<T>): T {
  if (status !== 200 && status !== 204) throw new ApiProblem(body.code ?? 'internal', body);
  return body as T;
}
