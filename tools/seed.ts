import { searchable } from '@foyer/domain/message-terms';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { slugSkeleton } from '@foyer/domain/slug';
import { resumeLink } from '@foyer/domain/written-code';
import { tables } from '@foyer/functions/db';
import { listInDirectory } from '@foyer/functions/directory/list-manager';
import { conversationIdFor, resumeKeyHash } from '@foyer/functions/sessions/resume-key';
import { Firestore, Timestamp } from '@google-cloud/firestore';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { ADA_CONVERSATIONS } from './examples/ada-conversations.ts';
import { documentsOf, type ExampleConversation, exampleCode } from './examples/conversation.ts';
import { EXAMPLES } from './examples/profiles.ts';
import { exampleStatistics } from './examples/statistics.ts';
import { TOMAS_CONVERSATIONS } from './examples/tomas-conversations.ts';

export interface SeedTarget {
  projectId: string;
  authPort: number;
  firestorePort: number;
  resumeSecret: string;
}

type Example = (typeof EXAMPLES)[number];

const CONVERSATIONS: Readonly<Record<string, readonly ExampleConversation[]>> = {
  'ada-moreau': ADA_CONVERSATIONS,
  'tomas-lindqvist': TOMAS_CONVERSATIONS,
};

/** Adds the example managers and their conversations to the emulators. Does nothing if any manager exists. */
export async function seed({ projectId, authPort, firestorePort, resumeSecret }: SeedTarget): Promise<void> {
  if (!projectId.startsWith('demo-')) throw new Error(`${projectId} is not an emulator project, so nothing was written`);
  // Otherwise Google's libraries look for a real account on the network.
  process.env.METADATA_SERVER_DETECTION = 'none';
  const db = new Firestore({ projectId, host: `127.0.0.1:${firestorePort}`, ssl: false });
  try {
    if (!(await tables(db).managers().limit(1).get()).empty) return;
    await addAccounts(projectId, authPort);
    const nowMs = Date.now();
    let codes = 0;
    for (const example of EXAMPLES) {
      await addPage(db, example, nowMs);
      for (const conversation of CONVERSATIONS[example.slug] ?? []) {
        await addConversation(db, example.slug, conversation, { code: exampleCode(codes++), resumeSecret, nowMs });
      }
    }
  } finally {
    await db.terminate();
  }
}

/** The addresses and the sign-in that `npm start` prints. */
export function invitation(origin: string): { page: string; dashboard: string; email: string; password: string; resume: string } {
  const [{ slug, email, password }] = EXAMPLES as readonly [Example];
  return { page: `${origin}/${slug}`, dashboard: `${origin}/app`, email, password, resume: resumeLink(origin, slug, exampleCode(0)) };
}

async function addAccounts(projectId: string, authPort: number): Promise<void> {
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `127.0.0.1:${authPort}`;
  const app = initializeApp({ projectId }, 'seed');
  const auth = getAuth(app);
  for (const { slug, email, password, profile } of EXAMPLES) {
    await auth.createUser({ uid: slug, email, password, emailVerified: true, displayName: profile.name });
    await auth.setCustomUserClaims(slug, { role: 'manager' });
  }
  await deleteApp(app);
}

async function addPage(db: Firestore, { slug, profile }: Example, nowMs: number): Promise<void> {
  const at = Timestamp.fromMillis(nowMs);
  const batch = db.batch();
  batch.create(tables(db).manager(slug), { slug, profile, createdAt: at, updatedAt: at });
  batch.create(tables(db).slug(slugSkeleton(slug)), { slug, managerId: slug });
  listInDirectory(batch, tables(db), slug, { slug, profile });
  for (const [month, counted] of exampleStatistics(profile, nowMs)) batch.create(tables(db).statistics(slug, month), counted);
  await batch.commit();
}

interface Start {
  code: ResumeCode;
  resumeSecret: string;
  nowMs: number;
}

async function addConversation(db: Firestore, managerId: string, example: ExampleConversation, start: Start): Promise<void> {
  const { code, resumeSecret, nowMs } = start;
  const conversationId = conversationIdFor(resumeSecret, managerId, code);
  const { conversation, messages } = documentsOf(example, nowMs);
  const table = tables(db);
  const batch = db.batch();
  batch.create(table.conversation(managerId, conversationId), conversation);
  for (const { id, message } of messages) batch.create(table.message(managerId, conversationId, id), searchable(managerId, message));
  const { createdAt } = conversation;
  batch.create(table.resumeKey(resumeKeyHash(resumeSecret, code)), { managerId, conversationId, createdAt, retiredAt: null });
  await batch.commit();
}
