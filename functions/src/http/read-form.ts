import { FORM_BODY_MAX } from '@foyer/domain/form';
import { Problem } from './problem.ts';
import { readBody } from './read-body.ts';

/** More fields than any of our forms has. */
const FIELDS_MAX = 20;

/**
 * A form as exactly `application/x-www-form-urlencoded`, UTF-8, at most `FORM_BODY_MAX` bytes, each field once. Throws
 * `unsupported-content-type`, `body-too-large` or `invalid-request`.
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const bytes = await readBody(request, 'application/x-www-form-urlencoded', FORM_BODY_MAX);
  const entries = [...new URLSearchParams(Buffer.from(bytes).toString('utf8'))];
  const fields = Object.fromEntries(entries);
  if (entries.length > FIELDS_MAX || Object.keys(fields).length < entries.length) throw new Problem('invalid-request');
  return fields;
}
