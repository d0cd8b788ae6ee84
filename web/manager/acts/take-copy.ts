import type { ProblemBody } from '@foyer/domain/problem';
import { ApiProblem } from '../../lib/api.ts';
import { language } from '../../lib/language.ts';
import { saveFile } from '../../lib/save-file.ts';
import type { Proof } from '../auth/proof.ts';
import { copyName } from './copy-name.ts';

/** The server takes a while to build the copy of a long conversation. */
const TIMEOUT_MS = 60_000;

/** Saves everything in a conversation as a file, HTML or JSON. Fetched by script, because a link can't send the manager's proof. Throws `ApiProblem`. */
export async function takeCopy(proof: Proof, conversationId: string, visitorName: string, format: 'html' | 'json'): Promise<void> {
  const answer = await fetch(`/api/conversations/${conversationId}/export?format=${format}&language=${language}`, {
    headers: await proof(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(noConnection);
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as ProblemBody | null;
    throw new ApiProblem(problem?.code ?? 'internal', problem ?? {});
  }
  saveFile(await answer.blob().catch(noConnection), copyName(visitorName, Date.now(), format));
}

function noConnection(): never {
  throw new ApiProblem('offline');
}
