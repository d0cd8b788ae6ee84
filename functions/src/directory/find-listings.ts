import { DIRECTORY_PAGE, type ListingDocument } from '@foyer/domain/directory';
import { wordsOf } from '@foyer/domain/search-terms';
import type { QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Platform } from '../cloud.ts';
import type { StoredListing } from '../db.ts';
import { perInstance } from '../per-instance.ts';

/** Reads for the directory without a search, once per `FRESH_MS`: the newest ten pages. */
const EVERYBODY_MAX = 240;
/** Three pages of the newest who have a word. If too few have the other words too, one more look-up; a further word finds the rest. */
const HITS_AT_ONCE = 3 * DIRECTORY_PAGE;
const NAMED_MAX = 1000;
const WORDS_MAX = 8;
/** Words whose hits one instance caches, at most some 600 kB each. */
const FOUND_WORDS_MAX = 60;
/** Words without hits. Strangers choose them, so a separate cache keeps them from evicting words that people search for. */
const NOBODYS_WORDS_MAX = 5000;
const FRESH_MS = 60_000;

type Listing = Omit<ListingDocument<Timestamp>, 'terms'>;

/** `listedAtMs` is when it was last published, in ms since 1970. */
export interface Named extends Pick<ListingDocument<unknown>, 'slug' | 'name' | 'headline'> {
  listedAtMs: number;
}

export interface Listings {
  people: Listing[];
  page: number;
  pages: number;
  isSearch: boolean;
}

interface Hit {
  listing: StoredListing;
  names: readonly string[];
}

interface Hits {
  hits: Hit[];
  /** Where the next look-up begins; `null` if everyone was found, or enough of them. */
  last: QueryDocumentSnapshot<StoredListing> | null;
}

interface Memory {
  everybody: AgingCache<Promise<Listing[]>>;
  named: AgingCache<Promise<Named[]>>;
  words: AgingCache<Hits>;
  nobodysWords: AgingCache<true>;
  asked: Map<string, Promise<Hits>>;
}
const memoryOf = perInstance<Platform, Memory>((platform) => ({
  everybody: new AgingCache(platform, { max: 1, ttlMs: FRESH_MS }),
  named: new AgingCache(platform, { max: 1, ttlMs: FRESH_MS }),
  words: new AgingCache(platform, { max: FOUND_WORDS_MAX, ttlMs: FRESH_MS }),
  nobodysWords: new AgingCache(platform, { max: NOBODYS_WORDS_MAX, ttlMs: FRESH_MS }),
  asked: new Map(),
}));

/** Name matches first, then the newest; everyone without words. `admit` is called before each look-up in the store, and may throw. */
export async function findListings(platform: Platform, query: string, page: number, admit = (): void => undefined): Promise<Listings> {
  const words = wordsOf(query).slice(0, WORDS_MAX);
  const ranked = words.length === 0 ? await everybody(platform) : await searched(platform, words, page * DIRECTORY_PAGE, admit);
  const pages = Math.max(1, Math.ceil(ranked.length / DIRECTORY_PAGE));
  const people = ranked.slice((page - 1) * DIRECTORY_PAGE, page * DIRECTORY_PAGE);
  return { people, page, pages, isSearch: words.length > 0 };
}

/** The newest listings that search engines may index. Returns the same array while it is cached. */
export function namedToMachines(platform: Platform): Promise<readonly Named[]> {
  return remembered(memoryOf(platform).named, 'named', async () => {
    const directory = (await platform.tables()).directory();
    const found = await directory.where('isIndexed', '==', true).orderBy('listedAt', 'desc').limit(NAMED_MAX).get();
    return found.docs.map((listing) => {
      const { listedAt, ...facts } = listing.data();
      return { ...facts, listedAtMs: listedAt.toMillis() };
    });
  });
}

function everybody(platform: Platform): Promise<Listing[]> {
  return remembered(memoryOf(platform).everybody, 'everybody', async () => {
    const directory = (await platform.tables()).directory();
    return (await directory.orderBy('listedAt', 'desc').limit(EVERYBODY_MAX).get()).docs.map((listing) => listing.data());
  });
}

async function searched(platform: Platform, words: readonly string[], wanted: number, admit: () => void): Promise<Listing[]> {
  // A word without hits settles it. Otherwise one look-up can match only one word: the longest leaves the fewest to filter.
  if (words.some((word) => memoryOf(platform).nobodysWords.get(word))) return [];
  const [longest = ''] = words.toSorted((one, other) => other.length - one.length);
  const matching = ({ hits }: Hits) => hits.filter(({ listing }) => words.every((word) => listing.terms.includes(word)));
  let found = await hitsOf(platform, longest, null, admit);
  if (found.last && matching(found).length <= wanted) found = await hitsOf(platform, longest, found, admit);
  return matching(found)
    .map((hit) => ({ listing: hit.listing, rank: rankOf(hit, words) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ listing }) => listing);
}

/** Cached hits, or those of one look-up that continues after `before`. Words with and without hits have separate caches. */
async function hitsOf(platform: Platform, word: string, before: Hits | null, admit: () => void): Promise<Hits> {
  const { words, nobodysWords, asked } = memoryOf(platform);
  const known = words.get(word);
  if (known && known !== before) return known;
  const underWay = asked.get(word);
  if (underWay) return underWay;
  admit();
  const looking = look(platform, word, before).finally(() => asked.delete(word));
  asked.set(word, looking);
  const found = await looking;
  if (found.hits.length === 0) nobodysWords.set(word, true);
  else words.set(word, found);
  return found;
}

async function look(platform: Platform, word: string, before: Hits | null): Promise<Hits> {
  const directory = (await platform.tables()).directory();
  const having = directory.where('terms', 'array-contains', word).orderBy('listedAt', 'desc').limit(HITS_AT_ONCE);
  const { docs } = await (before?.last ? having.startAfter(before.last) : having).get();
  const hits = docs.map((snapshot) => ({ listing: snapshot.data(), names: wordsOf(snapshot.data().name) }));
  const isMore = docs.length === HITS_AT_ONCE && before === null;
  return { hits: [...(before?.hits ?? []), ...hits], last: isMore ? (docs.at(-1) ?? null) : null };
}

function rankOf({ names }: Hit, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (names.includes(word) ? 3 : names.some((one) => one.startsWith(word)) ? 2 : 0), 0);
}

function remembered<T>(cache: AgingCache<Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const asked = Promise.resolve().then(find);
  cache.set(key, asked);
  asked.catch(() => {
    if (cache.get(key) === asked) cache.delete(key);
  });
  return asked;
}
