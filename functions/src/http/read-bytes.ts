import type { ProblemCode } from '@foyer/domain/problem';
import { Problem } from './problem.ts';

/**
 * Reads a body of at most `max` bytes as sent, of which no more are held than those. Throws the problem `tooLong`.
 * A length that was declared can be a lie, or missing: the stream is left as soon as it is too long.
 */
export async function readBytes(request: Request, max: number, tooLong: ProblemCode = 'body-too-large'): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new Problem(tooLong);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body?.values({ preventCancel: true }) ?? []) {
    length += part.byteLength;
    if (length > max) throw new Problem(tooLong);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What Cloud Run lets through at most, and as long as a person would wait for a no. */
const REST = { bytes: 32_000_000, ms: 10_000 };

/**
 * Lets the rest of a body that was refused arrive, and forgets it. A connection that is closed while its sender still sends shows them a
 * broken line and not the reason; firebase-tools even ends of it.
 */
export async function discardRest({ body }: Request): Promise<void> {
  let length = 0;
  const nowhere = new WritableStream<Uint8Array>({
    write(part) {
      length += part.byteLength;
      if (length > REST.bytes) throw new Error('This body has no end.');
    },
  });
  await body?.pipeTo(nowhere, { signal: AbortSignal.timeout(REST.ms) }).catch(() => undefined);
}
