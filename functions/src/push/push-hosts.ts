import { isPlainHttps } from '../outside/ask-public.ts';

/** As long as the longest ones of browsers, doubled. */
export const ENDPOINT_MAX = 1000;

/** The push services of Chrome and most others, Firefox, Safari, and Edge on Windows. */
const HOST = /^(?:fcm\.googleapis\.com|[a-z0-9-]+\.(?:push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com))$/;

/** The address of a browser's push service, or `null`. Anything else could point into a network that our servers can reach. */
export function pushServiceAt(endpoint: string): URL | null {
  const url = parse(endpoint);
  return url !== null && isPlainHttps(url) && HOST.test(url.hostname) ? url : null;
}

/** Whether a push may show nothing. Apple ends the subscription of a site that does that three times. */
export function canBeSilent(endpoint: string): boolean {
  return !URL.parse(endpoint)?.hostname.endsWith('.push.apple.com');
}

/** A server on this machine, for the emulators. */
export function loopbackAt(endpoint: string): URL | null {
  const url = parse(endpoint);
  return url !== null && url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.username === '' && url.password === ''
    ? url
    : null;
}

/** Only an address that is already spelled as a browser spells it: no other host can hide behind tabs, backslashes or Unicode. */
function parse(endpoint: string): URL | null {
  if (endpoint.length > ENDPOINT_MAX) return null;
  const url = URL.parse(endpoint);
  return url?.href === endpoint && url.hash === '' ? url : null;
}
