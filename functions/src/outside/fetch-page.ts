import { askPublic, isPlainHttps } from './ask-public.ts';

export interface Outside {
  resolve(host: string): Promise<string[]>;
  /** Requests `url` from the server at `address`, and no other: a page, or with `post` a POST. Follows no redirects. */
  ask(url: URL, address: string, signal: AbortSignal, post?: Post): Promise<Answered>;
}

export interface Post {
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface Answered {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array>;
}

export type FetchFault = 'forbidden' | 'unreachable' | 'unreadable' | 'elsewhere';

/** Why a page was not read. A private address looks like a missing one: no one can map our network by asking. */
export class UnreadPage extends Error {
  readonly fault: FetchFault;

  constructor(fault: FetchFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** For all redirects together. */
const PATIENCE_MS = 7000;
const BYTES_MAX = 100_000;
const REDIRECTS_MAX = 3;

/**
 * Reads the beginning of a web page without revealing anything about us. All addresses of a host must be public. Each redirect is checked
 * the same way and must stay on the host, because another host's text proves nothing about this one. Throws `UnreadPage`.
 */
export async function fetchPage(outside: Outside, address: string): Promise<{ url: string; html: string }> {
  const done = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), done.signal]);
  try {
    return await follow(outside, allowed(address), signal);
  } finally {
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

function allowed(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (url === null || !isPlainHttps(url)) throw new UnreadPage('forbidden');
  return url;
}

/** By convention `www.` is the same site: the owner of a host controls its subdomains. */
function isSameSite(one: URL, other: URL): boolean {
  const [host, otherHost] = [one, other].map(({ hostname }) => hostname.replace(/^www\./, ''));
  return host === otherHost;
}

async function askOnce(outside: Outside, url: URL, signal: AbortSignal): Promise<Answered> {
  try {
    return await askPublic(outside, url, signal);
  } catch (cause) {
    throw new UnreadPage('unreachable', cause);
  }
}

/** Stops there: a link back is near the top, and a page can be endless. */
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
