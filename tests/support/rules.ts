import { readFile } from 'node:fs/promises';
import { emulators } from './emulators.ts';

const RULES = {
  now: new URL('../../firestore.rules', import.meta.url),
  /** The rules of version 1 of stored conversations. */
  before: new URL('./rules-before.rules', import.meta.url),
};

/** Loads other rules for this run's project, for the following requests. A test that loads the old ones must restore the current ones. */
export async function putRules(version: keyof typeof RULES): Promise<void> {
  const { firestore, projectId } = emulators();
  const content = await readFile(RULES[version], 'utf8');
  const answer = await fetch(`http://${firestore.host}:${firestore.port}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!answer.ok) throw new Error(`The rules were not taken: ${await answer.text()}`);
}
