import { isPublicAddress } from './public-address.ts';

/** What is asked of the world outside. Tests put their own in its place. */
export interface Outside {
  /** Every address of a host. */
  resolve(host: string): Promise<string[]>;
  /** Asks the server at `address`, and no other, for `url`. Follows nothing. */
  ask(url: URL, address: string, signal: AbortSignal): Promise<Answered>;
}

export interface Answered {
  status: number;
  /** With small names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array>;
}

export type FetchFault = 'forbidden' | 'unreachable' | 'unreadable' | 'elsewhere';

/** Why a page was not read. What is private looks like what is not there: nobody can map our network by asking. */
export class UnreadPage extends Error {
  readonly fault: FetchFault;

  constructor(fault: FetchFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** For all of it, however many servers send us on. */
const PATIENCE_MS = 7000;
const BYTES_MAX = 100_000;
const REDIRECTS_MAX = 3;

/**
 * Reads the beginning of a public web page that somebody named, without telling anything about ourselves. Each host is resolved once, all
 * of its addresses must be public, and the one that was looked at is the one that is asked: a name that points elsewhere a moment later
 * gains nothing. Each redirect is checked in the same way, and must stay on the host that was named: what another host says is no fact about
 * this one. Throws `UnreadPage`.
 */
export async function fetchPage(outside: Outside, address: string): Promise<{ url: string; html: string }> {
  const done = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), done.signal]);
  try {
    return await follow(outside, allowed(address), signal);
  } finally {
    // Whatever was begun and not read to its end.
    done.abort();
  }
}

async function follow(outside: Outside, begun: URL, signal: AbortSignal): Promise<{ url: string; html: string }> {
  let url = begun;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const answered = await askOnce(outside, url, signal);
    const { status, headers } = answered;
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      url = allowed(headers.location, url);
      if (!isSameSite(url, begun)) throw new UnreadPage('elsewhere');
      continue;
    }
    if (status !== 200) break;
    if (!/^text\/html\s*(?:;|$)/i.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
      throw new UnreadPage('unreadable');
    }
    return { url: url.href, html: await beginningOf(answered, signal) };
  }
  throw new UnreadPage('unreachable');
}

/** Only https, on its own port, without a name and password. */
function allowed(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') throw new UnreadPage('forbidden');
  return url;
}

/** `www.` in front is by convention the same site: the owner of a host decides about the names below it. */
function isSameSite(one: URL, other: URL): boolean {
  const [host, otherHost] = [one, other].map(({ hostname }) => hostname.replace(/^www\./, ''));
  return host === otherHost;
}

async function askOnce(outside: Outside, url: URL, signal: AbortSignal): Promise<Answered> {
  try {
    const addresses = await beforeAbort(outside.resolve(url.hostname.replace(/^\[|\]$/g, '')), signal);
    const [first] = addresses;
    if (first === undefined || !addresses.every(isPublicAddress)) throw new UnreadPage('unreachable');
    return await beforeAbort(outside.ask(url, first, signal), signal);
  } catch (cause) {
    throw cause instanceof UnreadPage ? cause : new UnreadPage('unreachable', cause);
  }
}

/** What is beyond is not waited for: a link back stands near the top, and a page can be endless. */
async function beginningOf({ body }: Answered, signal: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of body) {
      signal.throwIfAborted();
      parts.push(part);
      length += part.byteLength;
      if (length >= BYTES_MAX) break;
    }
  } catch (cause) {
    throw new UnreadPage('unreachable', cause);
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, BYTES_MAX));
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}
