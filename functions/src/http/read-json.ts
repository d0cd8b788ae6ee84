import { BODY_MAX } from '@foyer/domain/limits';
import { Problem } from './problem.ts';
import { readBody } from './read-body.ts';

/** `application/json` in UTF-8, at most `max` bytes. Throws `unsupported-content-type`, `body-too-large` or `malformed-json`. */
export async function readJson(request: Request, max = BODY_MAX): Promise<unknown> {
  const bytes = await readBody(request, 'application/json', max);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-json');
  }
}
