interface Kept {
  status: number;
  headers: [string, string][];
  body: string;
  until: number;
}

/** What a fetch through the cache gave, and from where. */
export interface Fetched {
  from: 'cache' | 'site';
  status: number;
  headers: [string, string][];
  body: string;
}

/** Differ from one answer to the next, whoever asks. */
const PASSING = ['date', 'age', 'connection', 'keep-alive'];

/**
 * The worst cache that a CDN could be: it keeps for `s-maxage` whatever may be kept, and knows an answer by its address alone. Whatever
 * an answer takes from a cookie or another header of one person, the next one gets too.
 */
export class EdgeCache {
  readonly #site: string;
  readonly #kept = new Map<string, Kept>();
  /** Seconds that have gone by. */
  clock = 0;

  constructor(site: string) {
    this.#site = site;
  }

  async fetch(path: string, headers: Record<string, string> = {}): Promise<Fetched> {
    const known = this.#kept.get(path);
    if (known && known.until > this.clock) return { from: 'cache', ...known };
    const answer = await fetch(this.#site + path, { headers, redirect: 'manual' });
    const found = {
      status: answer.status,
      headers: [...answer.headers].filter(([name]) => !PASSING.includes(name)),
      body: await answer.text(),
    };
    const seconds = sharedSeconds(answer.headers.get('cache-control') ?? '');
    if (seconds > 0) this.#kept.set(path, { ...found, until: this.clock + seconds });
    return { from: 'site', ...found };
  }
}

/** For how long a shared cache may keep an answer (RFC 9111, 5.2.2). */
function sharedSeconds(cacheControl: string): number {
  const directives = cacheControl.split(',').map((directive) => directive.trim().toLowerCase());
  if (directives.includes('private') || directives.includes('no-store')) return 0;
  const shared = directives.find((directive) => directive.startsWith('s-maxage=')) ?? directives.find((one) => one.startsWith('max-age='));
  return Number(shared?.split('=')[1] ?? 0);
}
