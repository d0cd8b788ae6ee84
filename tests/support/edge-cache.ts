interface Kept {
  status: number;
  headers: [string, string][];
  body: string;
  until: number;
}

export interface Fetched {
  from: 'cache' | 'site';
  status: number;
  headers: [string, string][];
  body: string;
}

/** Headers that differ between answers for any caller. */
const PASSING = ['date', 'age', 'connection', 'keep-alive'];

/** The worst possible CDN: caches for `s-maxage` by address alone, so what an answer takes from one person, the next one gets too. */
export class EdgeCache {
  readonly #site: string;
  readonly #kept = new Map<string, Kept>();
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

/** How long a shared cache may keep an answer (RFC 9111, 5.2.2). */
function sharedSeconds(cacheControl: string): number {
  const directives = cacheControl.split(',').map((directive) => directive.trim().toLowerCase());
  if (directives.includes('private') || directives.includes('no-store')) return 0;
  const shared = directives.find((directive) => directive.startsWith('s-maxage=')) ?? directives.find((one) => one.startsWith('max-age='));
  return Number(shared?.split('=')[1] ?? 0);
}
