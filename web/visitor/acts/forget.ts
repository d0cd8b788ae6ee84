import { startAnew } from '../talk/endings.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { sentenceOf } from './sentence-of.ts';

/** Removes the conversation from this browser: cookie, code, and what was not sent. Returns a sentence when that failed. */
export async function forget(talk: Talk, api: ControlApi): Promise<string | null> {
  try {
    await api.forget();
    startAnew(talk, '', true);
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}
