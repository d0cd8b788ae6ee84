import type { ProblemCode } from '@foyer/domain/problem';
import { Problem } from './problem.ts';
import { paceOf } from './slow-bodies.ts';

/** Buffers at most `max` bytes as sent: a declared length can be false or missing. Throws the problem `tooLong`, or `body-too-slow`. */
export async function readBytes(request: Request, max: number, tooLong: ProblemCode = 'body-too-large'): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new Problem(tooLong);
  if (!request.body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  const pace = paceOf(request);
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { value } = await pace.wait(reader.read(), length);
      if (!value) return Buffer.concat(parts);
      length += value.byteLength;
      if (length > max) throw new Problem(tooLong);
      parts.push(value);
    }
  } finally {
    pace.end();
    reader.releaseLock();
  }
}

/** Cloud Run's maximum. */
const REST_BYTES = 32_000_000;

/** Closing the connection while its sender sends would hide the reason from them, and firebase-tools exits. Abandons slow bodies. */
export async function discardRest(request: Request): Promise<void> {
  if (!request.body) return;
  const pace = paceOf(request);
  const reader = request.body.getReader();
  try {
    for (let length = 0; length <= REST_BYTES; ) {
      const { value } = await pace.wait(reader.read(), length);
      if (!value) return;
      length += value.byteLength;
    }
  } catch {
    // Too slow or aborted: there is no one left to answer.
  } finally {
    pace.end();
    reader.releaseLock();
  }
}
