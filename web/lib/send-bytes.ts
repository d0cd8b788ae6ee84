import type { Answer, Endpoint } from '@foyer/domain/endpoint';
import { answerOf, offline } from './api.ts';

/** A request without a response for this long counts as lost: enough for ten megabytes on a slow connection. */
const TIMEOUT_MS = 180_000;

/** Posts a file to an endpoint. `onProgress` gets the share sent, 0 to 1, which `fetch` can't report. Throws only `ApiProblem`. */
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
