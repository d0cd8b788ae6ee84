import { readFile } from 'node:fs/promises';
import { emulators } from './emulators.ts';

const RULES = {
  now: new URL('../../firestore.rules', import.meta.url),
  /** Those of version 1 of stored conversations. */
  before: new URL('./rules-before.rules', import.meta.url),
};

/** Puts other rules in force for this run's project, for the next request on. A test that puts the old ones has to put back the others. */
export async function putRules(version: keyof typeof RULES): Promise<void> {
  const { firestore, projectId } = emulators();
  const content = await readFile(RULES[version], 'utf8');
  const answer = await fetch(`http://${firestore.host}:${firestore.port}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!answer.ok) throw new Error(`The rules were not taken: ${await answer.text()}`);
}
