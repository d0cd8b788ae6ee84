import { Label } from '@foyer/domain/label';
import { SLOT_LENGTH } from '@foyer/domain/limits';
import { searchable } from '@foyer/domain/message-terms';
import { paths } from '@foyer/domain/paths';
import type { Profile } from '@foyer/domain/profile';
import { tables } from '@foyer/functions/db';
import type { BulkWriter, Firestore } from '@google-cloud/firestore';
import { chanceOf } from './chance.ts';
import { generated, messageCounts } from './conversation.ts';

export interface Filling {
  managerId: string;
  conversations: number;
  messages: number;
  /** The same seed, numbers and time make the same inbox; filling again replaces it. */
  seed: number;
  nowMs: number;
  /** How far back it goes. */
  years: number;
  onProgress?(written: { conversations: number; messages: number }): void;
}

/** How many conversations are generated while the ones before are written: bounds memory, whatever the total. */
const SLICE = 200;
const ATTEMPTS = 5;
const LABELS = [
  { name: 'Clients', color: '#2c6fbb' },
  { name: 'Waiting', color: '#b7791f' },
  { name: 'Invoices', color: '#2f855a' },
  { name: 'Press', color: '#97266d' },
  { name: 'Friends', color: '#6b46c1' },
].map((label) => Label.parse(label));

/** Fills a manager's inbox in an emulator with conversations, their messages and the manager's labels. */
export async function fillInbox(db: Firestore, filling: Filling): Promise<void> {
  const { managerId, conversations, messages, seed, nowMs, years, onProgress } = filling;
  const table = tables(db);
  const manager = (await table.manager(managerId).get()).data();
  if (!manager) throw new Error(`there is no manager ${managerId}`);
  const labels = await storeLabels(db, managerId, seed);
  const inbox = { seed, nowMs, years, sections: titlesOf(manager.profile), labels };
  const counts = messageCounts(seed, conversations, messages);

  const writer = openWriter(db);
  const written = { conversations: 0, messages: 0 };
  let before = Promise.resolve();
  for (let from = 0; from < conversations; from += SLICE) {
    const slice = counts.subarray(from, from + SLICE);
    for (const [index, count] of slice.entries()) {
      const { id, conversation, messages } = generated(inbox, from + index, count);
      writer.set(table.conversation(managerId, id), conversation);
      for (const one of messages) writer.set(table.message(managerId, id, one.id), searchable(managerId, one.message));
      written.messages += messages.length;
    }
    written.conversations += slice.length;
    const flushed = writer.flush();
    await before;
    onProgress?.({ ...written });
    before = flushed;
  }
  await writer.close();
}

/** Without throttling, which is for production's new collections. A write that keeps failing ends the whole. */
function openWriter(db: Firestore) {
  const writer: BulkWriter = db.bulkWriter({ throttling: false });
  let failure: Error | null = null;
  writer.onWriteError((error) => {
    if (error.failedAttempts < ATTEMPTS) return true;
    failure ??= error;
    return false;
  });
  const check = () => {
    if (failure) throw failure;
  };
  return {
    set: ((document: Parameters<BulkWriter['set']>[0], data: object) => {
      // `flush` throws the failure.
      writer.set(document, data).catch(() => undefined);
    }) as <T extends object>(document: FirebaseFirestore.DocumentReference<T>, data: T) => void,
    flush: () => writer.flush().then(check),
    close: () => writer.close().then(check),
  };
}

async function storeLabels(db: Firestore, managerId: string, seed: number): Promise<string[]> {
  const chance = chanceOf(seed, -1);
  const batch = db.batch();
  const ids = LABELS.map((label) => {
    const id = chance.id(SLOT_LENGTH);
    batch.set(db.collection(paths.labels(managerId)).doc(id), label);
    return id;
  });
  await batch.commit();
  return ids;
}

/** What visitors can write about: the projects and services of the page. */
function titlesOf({ sections }: Profile): string[] {
  return sections
    .flatMap((section) => (section.kind === 'projects' || section.kind === 'services' ? section.items : []))
    .map(({ title }) => title);
}
