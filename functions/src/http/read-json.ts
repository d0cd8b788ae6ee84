import { BODY_MAX } from '@foyer/domain/limits';
import { Problem } from './problem.ts';

/**
 * Reads a JSON body: exactly `application/json`, UTF-8, at most `max` bytes as sent, of which no more are held than those.
 * Throws `unsupported-content-type`, `body-too-large` or `malformed-json`.
 */
export async function readJson(request: Request, max = BODY_MAX): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(type) || request.headers.has('content-encoding')) {
    throw new Problem('unsupported-content-type');
  }
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new Problem('body-too-large');
  const bytes = await readBytes(request.body, max);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-json');
  }
}

/** A length that was declared can be a lie, or missing: the stream is left as soon as it is too long. */
async function readBytes(body: ReadableStream<Uint8Array> | null, max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > max) throw new Problem('body-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
