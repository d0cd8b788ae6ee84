import type { ProblemBody } from '@foyer/domain/problem';
import { ApiProblem } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import type { Proof } from '../auth/proof.ts';
import { copyName } from './copy-name.ts';

/** A long conversation takes a while to be put together. */
const TIMEOUT_MS = 60_000;

/**
 * Saves everything in a conversation as a file: a page that opens anywhere, or data. Fetched here and not by a link, since only a request
 * of ours says who the manager is. Throws `ApiProblem`.
 */
export async function takeCopy(proof: Proof, conversationId: string, visitorName: string, format: 'html' | 'json'): Promise<void> {
  const answer = await fetch(`/api/conversations/${conversationId}/export?format=${format}`, {
    headers: await proof(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(noConnection);
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as ProblemBody | null;
    throw new ApiProblem(problem?.code ?? 'internal', problem?.title ?? 'Something went wrong on our side.');
  }
  saveFile(await answer.blob().catch(noConnection), copyName(visitorName, Date.now(), format));
}

function noConnection(): never {
  throw new ApiProblem('offline', 'There is no connection just now.');
}
