import type { Answer, Endpoint } from '@foyer/domain/endpoint';
import { answerOf, offline } from './api.ts';

/** After this long without an answer it counts as lost: ten megabytes over a slow line. */
const TIMEOUT_MS = 180_000;

/**
 * Posts a file as it is to an endpoint that takes one, and gives what the API made of it. `onProgress` hears how much of it has left, from
 * 0 to 1: `fetch` cannot tell, hence the older interface. Throws `ApiProblem`, nothing else.
 */
export function sendBytes<E extends Endpoint>(
  path: E['path'],
  file: Blob,
  proof: Readonly<Record<string, string>>,
  onProgress: (part: number) => void = () => {},
): Promise<Answer<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = TIMEOUT_MS;
    for (const [name, value] of Object.entries({ 'content-type': file.type, ...proof })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onload = () => {
      try {
        resolve(answerOf<Answer<E>>(request.status, parsed(request.responseText)));
      } catch (problem) {
        reject(problem);
      }
    };
    for (const failed of ['error', 'timeout', 'abort'] as const) request.addEventListener(failed, () => reject(offline()));
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
