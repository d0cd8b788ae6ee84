import type { Answered, Outside, Post } from './fetch-page.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Requests `url` from the first address of its host, if all of its addresses are public. The checked address is the one that is requested:
 * changing DNS right after gains nothing. Throws if there is none, or when the signal aborts.
 */
export async function askPublic(outside: Outside, url: URL, signal: AbortSignal, post?: Post): Promise<Answered> {
  const addresses = await beforeAbort(outside.resolve(url.hostname.replace(/^\[|\]$/g, '')), signal);
  const [first] = addresses;
  if (first === undefined || !addresses.every(isPublicAddress)) throw new Error('no public address');
  return beforeAbort(outside.ask(url, first, signal, post), signal);
}

/** Whether `url` is https on the default port, without user name and password. */
export function isPlainHttps({ protocol, port, username, password }: URL): boolean {
  return protocol === 'https:' && port === '' && username === '' && password === '';
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}
