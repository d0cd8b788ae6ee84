import { Problem } from './problem.ts';

/**
 * Reads a body of one content type in UTF-8: at most `max` bytes as sent, of which no more are held than those.
 * Throws `unsupported-content-type` or `body-too-large`.
 */
export async function readBody(request: Request, type: string, max: number): Promise<Uint8Array> {
  const [given = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.length === 0 || (parameters.length === 1 && /^\s*charset="?utf-8"?$/.test(parameters[0] ?? ''));
  if (given.trimEnd() !== type || !isUtf8 || request.headers.has('content-encoding')) throw new Problem('unsupported-content-type');
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new Problem('body-too-large');
  return readBytes(request.body, max);
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
