import { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';

/** Reads a UTF-8 body of one content type; buffers at most `max` bytes as sent. Throws `unsupported-content-type` or `body-too-large`. */
export async function readBody(request: Request, type: string, max: number): Promise<Uint8Array> {
  const [given = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.length === 0 || (parameters.length === 1 && /^\s*charset="?utf-8"?$/.test(parameters[0] ?? ''));
  if (given.trimEnd() !== type || !isUtf8 || request.headers.has('content-encoding')) throw new Problem('unsupported-content-type');
  return readBytes(request, max);
}
