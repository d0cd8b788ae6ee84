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
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > max) throw new Problem(tooLong);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
