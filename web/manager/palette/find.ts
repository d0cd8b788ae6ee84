import { matchScore, queryWords } from './match.ts';
import type { Item, Opening, Provider } from './provider.ts';

/** Found items of one provider. */
export interface Group {
  title: string;
  items: readonly Item[];
}

/** How many items of one group a query shows. */
const GROUP_MAX = 8;
/** What was chosen recently is worth as much as one better kind of match. */
const RECENT_BONUS = 2;
/** What can't be chosen comes last. */
const IMPOSSIBLE = -100;

interface Scored {
  item: Item;
  score: number;
}

/** What fits a query, best group first. Without a query: what was chosen recently, and then what each provider offers. */
export function findItems(
  query: string,
  opening: Opening,
  providers: readonly Provider[],
  { recent, recentTitle }: { recent: readonly string[]; recentTitle: string },
): Group[] {
  const words = queryWords(query);
  return words.length === 0 ? offered(opening, providers, recent, recentTitle) : matching(query, words, opening, providers, recent);
}

function offered(opening: Opening, providers: readonly Provider[], recent: readonly string[], recentTitle: string): Group[] {
  const possible = providers.map((provider) => ({
    provider,
    items: provider.items(opening).filter(({ whyNot }) => whyNot === undefined),
  }));
  const all = possible.flatMap(({ items }) => items);
  const again = recent.flatMap((id) => all.find((item) => item.id === id) ?? []);
  const groups = possible
    .filter(({ provider }) => provider.isOffered)
    .map(({ provider, items }) => ({
      title: provider.title(opening),
      items: items.filter((item) => !again.includes(item)),
    }));
  return [{ title: recentTitle, items: again }, ...groups].filter(({ items }) => items.length > 0);
}

function matching(
  query: string,
  words: readonly string[],
  opening: Opening,
  providers: readonly Provider[],
  recent: readonly string[],
): Group[] {
  const found = providers.map((provider) => ({
    title: provider.title(opening),
    scored: provider
      .items(opening)
      .flatMap((item) => scored(item, words, recent))
      .toSorted((one, other) => other.score - one.score)
      .slice(0, GROUP_MAX),
  }));
  const matched = found
    .filter(({ scored }) => scored.length > 0)
    .toSorted((one, other) => best(other.scored) - best(one.scored))
    .map(({ title, scored }) => ({ title, items: scored.map(({ item }) => item) }));
  const made = providers
    .map((provider) => ({ title: provider.title(opening), items: provider.itemsFor?.(query.trim(), opening) ?? [] }))
    .filter(({ items }) => items.length > 0);
  return [...matched, ...made];
}

function scored(item: Item, words: readonly string[], recent: readonly string[]): Scored[] {
  const byName = matchScore(words, item.name);
  // A name says more than the note next to it.
  const score = byName ?? matchScore(words, `${item.name} ${item.note ?? ''}`);
  if (score === null) return [];
  const bonus = (byName === null ? -1 : 0) + (recent.includes(item.id) ? RECENT_BONUS : 0) + (item.whyNot === undefined ? 0 : IMPOSSIBLE);
  return [{ item, score: score / words.length + bonus }];
}

function best([first]: readonly Scored[]): number {
  return first?.score ?? 0;
}
