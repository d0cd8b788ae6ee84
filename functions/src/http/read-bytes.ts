import type { ProblemCode } from '@foyer/domain/problem';
import { Problem } from './problem.ts';
import { paceOf } from './slow-bodies.ts';

/**
 * Reads a body of at most `max` bytes as sent, of which no more are held than those. Throws the problem `tooLong`, or `body-too-slow`.
 * A length that was declared can be a lie, or missing: the stream is left as soon as it is too long.
 */
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

/** What Cloud Run lets through at most. */
const REST_BYTES = 32_000_000;

/**
 * Lets the rest of a body that was refused arrive, and forgets it. A connection that is closed while its sender still sends shows them a
 * broken line and not the reason; firebase-tools even ends of it. One that comes slowly is left, as it would be if it were read.
 */
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
    // Too slow, or broken off: there is nobody left to be polite to.
  } finally {
    pace.end();
    reader.releaseLock();
  }
}
