import { DIRECTORY_PAGE, type ListingDocument } from '@foyer/domain/directory';
import { wordsOf } from '@foyer/domain/search-terms';
import type { QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Platform } from '../cloud.ts';
import type { StoredListing } from '../db.ts';
import { perInstance } from '../per-instance.ts';

/** Reads for the directory without a search, once in `FRESH_MS`: the newest ten pages. */
const EVERYBODY_MAX = 240;
/**
 * Reads of one look-up of a word: three pages of the newest who have it. There is a second look-up where too few of them have the other
 * words too, and no third: anyone further back is found by one word more.
 */
const HITS_AT_ONCE = 3 * DIRECTORY_PAGE;
const NAMED_MAX = 1000;
/** Words of a search that count. */
const WORDS_MAX = 8;
/** Words whose hits one instance holds: some 600 kB each at the most. */
const FOUND_WORDS_MAX = 60;
/** Words that nobody has. They are strangers' own, so they have a memory apart and cannot push out what people look for. */
const NOBODYS_WORDS_MAX = 5000;
/** One instance asks for the same again after this long. */
const FRESH_MS = 60_000;

type Listing = Omit<ListingDocument<Timestamp>, 'terms'>;

/** Who may be named to machines: a name, an address, and when it was last published (ms since 1970). */
export interface Named extends Pick<ListingDocument<unknown>, 'slug' | 'name' | 'headline'> {
  listedAtMs: number;
}

/** A page of the directory: who is on it, and how many pages there are. */
export interface Listings {
  people: Listing[];
  page: number;
  pages: number;
  isSearch: boolean;
}

/** A person who was found, with the words of their name. */
interface Hit {
  listing: StoredListing;
  names: readonly string[];
}

/** Who was found, the newest first. */
interface Hits {
  hits: Hit[];
  /** Where the next look-up begins; `null` when everyone was found, or enough of them. */
  last: QueryDocumentSnapshot<StoredListing> | null;
}

interface Memory {
  everybody: AgingCache<Promise<Listing[]>>;
  named: AgingCache<Promise<Named[]>>;
  words: AgingCache<Hits>;
  nobodysWords: AgingCache<true>;
  /** Look-ups on their way: those who search for the same meanwhile wait for the same answer. */
  asked: Map<string, Promise<Hits>>;
}
const memoryOf = perInstance<Platform, Memory>((platform) => ({
  everybody: new AgingCache(platform, { max: 1, ttlMs: FRESH_MS }),
  named: new AgingCache(platform, { max: 1, ttlMs: FRESH_MS }),
  words: new AgingCache(platform, { max: FOUND_WORDS_MAX, ttlMs: FRESH_MS }),
  nobodysWords: new AgingCache(platform, { max: NOBODYS_WORDS_MAX, ttlMs: FRESH_MS }),
  asked: new Map(),
}));

/**
 * The people that have every word of `query`, those first whose name it is, then the newest. Everybody for a query without words.
 * `admit` is called before each look-up that has to read the store, and may throw.
 */
export async function findListings(platform: Platform, query: string, page: number, admit = (): void => undefined): Promise<Listings> {
  const words = wordsOf(query).slice(0, WORDS_MAX);
  const ranked = words.length === 0 ? await everybody(platform) : await searched(platform, words, page * DIRECTORY_PAGE, admit);
  const pages = Math.max(1, Math.ceil(ranked.length / DIRECTORY_PAGE));
  const people = ranked.slice((page - 1) * DIRECTORY_PAGE, page * DIRECTORY_PAGE);
  return { people, page, pages, isSearch: words.length > 0 };
}

/** Who may be named to search engines and other machines: listed, and not hidden from them. The newest. The same array while it is remembered. */
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

/** More than `wanted` people with all these words, best first, or all that two look-ups find. */
async function searched(platform: Platform, words: readonly string[], wanted: number, admit: () => void): Promise<Listing[]> {
  // A word that nobody has settles it. Otherwise one look-up can have one word: the longest leaves the fewest to look through.
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

/** Who has a word: as remembered, or by one look-up, which goes on after `before`. Only what was found is remembered with what was found. */
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

/** A whole word of the name counts most, then the beginning of one, then anything else of the page. */
function rankOf({ names }: Hit, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (names.includes(word) ? 3 : names.some((one) => one.startsWith(word)) ? 2 : 0), 0);
}

/** What failed is asked for again. */
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
