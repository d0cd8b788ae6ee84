import { TEXT_MAX } from '@foyer/domain/limits';
import { normaliseText } from '@foyer/domain/text';
import { routeHref } from '../route/route.ts';

/** The address in the manifest's `share_target`: other apps open it with what someone shares. */
const SEND = routeHref({ screen: 'send' });
const KEY = 'foyer:sent-here';

/** What another app shares as one text: without parts that are missing or repeated, and cut to what a message can hold. */
export function sharedText(search: string): string {
  const given = new URLSearchParams(search);
  const parts = ['title', 'text', 'url'].map((name) => (given.get(name) ?? '').trim());
  // Many apps put the address or the title into the text.
  const own = parts.filter((part, index) => part !== '' && !parts.some((other, at) => at !== index && contains(other, part, at < index)));
  return normaliseText(own.join('\n')).slice(0, TEXT_MAX);
}

/** Whether `other` makes `part` redundant. Of two equal parts, the first stays. */
function contains(other: string, part: string, isEarlier: boolean): boolean {
  return other === part ? isEarlier : other.includes(part);
}

/** Keeps what was shared until it is sent somewhere, also during a sign-in, and takes it out of the address. */
export function keepSharedText(): void {
  if (location.pathname !== SEND || location.search === '') return;
  const text = sharedText(location.search);
  history.replaceState(history.state, '', SEND);
  try {
    sessionStorage.setItem(KEY, text);
  } catch {}
}

export function readSharedText(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function forgetSharedText(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {}
}
