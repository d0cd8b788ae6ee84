import { BODY_MAX } from '@foyer/domain/limits';
import { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Reads a JSON body: exactly `application/json`, UTF-8, at most `max` bytes as sent, of which no more are held than those.
 * Throws `unsupported-content-type`, `body-too-large` or `malformed-json`.
 */
export async function readJson(request: Request, max = BODY_MAX): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(type) || request.headers.has('content-encoding')) {
    throw new Problem('unsupported-content-type');
  }
  const bytes = await readBytes(request, max);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-json');
  }
}
