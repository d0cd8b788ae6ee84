import { readFile } from 'node:fs/promises';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { exampleCode } from '../../tools/examples/conversation.ts';

/**
 * Conversations as version 1 stored them, on 2026-11-28: an export of a seeded emulator in which a manager, an API and visitors of that
 * version continued for a while. Frozen: later versions may add files, but never rewrite it.
 */
const FILE = new URL('./conversations-1.json', import.meta.url);
const MANAGER_THEN = 'ada-moreau';
const Documents = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The special state of each, by the number of the example whose code opens it. */
const STATES = ['everything', 'blocked', 'snoozed', 'closed'] as const;

export interface StoredBefore {
  id: string;
  code: ResumeCode;
}

/** Stores them all for another manager. Codes open them if the functions have the tests' resume key. */
export async function storeVersion1(db: Firestore, managerId: string): Promise<Record<(typeof STATES)[number], StoredBefore>> {
  const documents = Documents.parse(JSON.parse((await readFile(FILE, 'utf8')).replaceAll(MANAGER_THEN, managerId)));
  const batch = db.batch();
  for (const [path, fields] of Object.entries(documents)) batch.set(db.doc(path), revived(fields));
  await batch.commit();
  // In the order of the examples; these ids derive from their codes and the manager at that time.
  const ids = [
    '3bbe4c4d397532ec4e1596f49d0f4b0d',
    'ce356169e928052c30b717e64d545b50',
    '70cee23e4c3ba81d7ce4fb20c6dd8264',
    '22b1d84a45c22bddabafdd78fef29d03',
  ];
  const [everything, blocked, snoozed, closed] = ids.map((id, index) => ({ id, code: exampleCode(index) }));
  if (!everything || !blocked || !snoozed || !closed) throw new Error('there are four');
  return { everything, blocked, snoozed, closed };
}

/** Times are stored as `{ $time: ms }`. */
function revived(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return [name, one];
      const time = '$time' in one ? one.$time : null;
      return [name, typeof time === 'number' ? Timestamp.fromMillis(time) : revived(one as Record<string, unknown>)];
    }),
  );
}
