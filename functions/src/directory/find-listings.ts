import { DIRECTORY_PAGE, type ListingDocument } from '@foyer/domain/directory';
import { wordsOf } from '@foyer/domain/search-terms';
import type { Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Platform } from '../cloud.ts';
import { type StoredListing, tables } from '../db.ts';
import type { Named } from '../public-page/machines/site-files.ts';

/** Reads for one look-up: the newest of those who are found. Who is not among them is found by one word more. */
const HITS_MAX = 240;
const NAMED_MAX = 1000;
/** Words of a search that count. */
const WORDS_MAX = 8;
/** Searches whose hits one instance holds: some 700 kB each at the most. */
const REMEMBERED_MAX = 40;
/** One instance asks for the same again after this long. */
const FRESH_MS = 60_000;

type Listing = Omit<ListingDocument<Timestamp>, 'terms'>;

/** A page of the directory: who is on it, and how many pages there are. */
export interface Listings {
  people: Listing[];
  page: number;
  pages: number;
  isSearch: boolean;
}

const caches = new WeakMap<Platform, AgingCache<Promise<StoredListing[]>>>();

/** The people that have every word of `query`, those first whose name it is, then the newest. Everybody for a query without words. */
export async function findListings(platform: Platform, query: string, page: number): Promise<Listings> {
  const words = wordsOf(query).slice(0, WORDS_MAX);
  // One look-up can have one word: the longest leaves the fewest to look through.
  const [longest] = words.toSorted((one, other) => other.length - one.length);
  const hits = await remembered(platform, `word ${longest ?? ''}`, async () => {
    const directory = tables(await platform.firestore()).directory();
    const found = longest === undefined ? directory : directory.where('terms', 'array-contains', longest);
    return (await found.orderBy('listedAt', 'desc').limit(HITS_MAX).get()).docs.map((listing) => listing.data());
  });
  const ranked = hits
    .filter(({ terms }) => words.every((word) => terms.includes(word)))
    .map((listing) => ({ listing, rank: rankOf(listing, words) }))
    .sort((one, other) => other.rank - one.rank);
  const pages = Math.max(1, Math.ceil(ranked.length / DIRECTORY_PAGE));
  const people = ranked.slice((page - 1) * DIRECTORY_PAGE, page * DIRECTORY_PAGE).map(({ listing }) => listing);
  return { people, page, pages, isSearch: words.length > 0 };
}

/** Who may be named to search engines and other machines: listed, and not hidden from them. The newest. */
export async function namedToMachines(platform: Platform): Promise<Named[]> {
  const named = await remembered(platform, 'named', async () => {
    const directory = tables(await platform.firestore()).directory();
    const found = await directory.where('isIndexed', '==', true).orderBy('listedAt', 'desc').limit(NAMED_MAX).get();
    return found.docs.map((listing) => listing.data());
  });
  return named.map(({ listedAt, ...listing }) => ({ ...listing, listedAtMs: listedAt.toMillis() }));
}

/** A whole word of the name counts most, then the beginning of one, then anything else of the page. */
function rankOf({ name }: StoredListing, words: readonly string[]): number {
  const names = wordsOf(name);
  return words.reduce((sum, word) => sum + (names.includes(word) ? 3 : names.some((one) => one.startsWith(word)) ? 2 : 0), 0);
}

function remembered(platform: Platform, key: string, look: () => Promise<StoredListing[]>): Promise<StoredListing[]> {
  const cache = caches.get(platform) ?? new AgingCache<Promise<StoredListing[]>>(platform, { max: REMEMBERED_MAX, ttlMs: FRESH_MS });
  caches.set(platform, cache);
  const known = cache.get(key);
  if (known) return known;
  const asked = look();
  cache.set(key, asked);
  asked.catch(() => cache.delete(key));
  return asked;
}
