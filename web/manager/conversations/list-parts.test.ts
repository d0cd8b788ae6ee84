import { INBOX_PAGE, LIST_MAX } from '@foyer/domain/limits';
import { Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { firstPage, hear, type ListPart, type ListParts, mayHaveMore, merged, type Placed, withNextPage } from './list-parts.ts';

const item = (second: number, id = `c${String(second).padStart(5, '0')}`, isPlacePending = false): Placed => ({
  id,
  place: { at: new Timestamp(second, 0), id },
  isPlacePending,
});
const store = (count: number) => Array.from({ length: count }, (_, index) => item(index + 1));

/** What Firestore would return for the query. */
function answer(all: readonly Placed[], { after, until, limit }: ListPart<Placed>): Placed[] {
  const isIn = ({ place }: Placed) => (!after || place.at < after.at) && (!until || place.at >= until.at);
  return [...all]
    .sort((one, other) => other.place.at.seconds - one.place.at.seconds)
    .filter(isIn)
    .slice(0, limit);
}

/** Sends every listener the store's documents until nothing changes any more. */
function settle(parts: ListParts<Placed>, all: readonly Placed[], isFromServer = true): ListParts<Placed> {
  let now = parts;
  for (const heard = new Set<number>(); ; ) {
    const next = now.find(({ key }) => !heard.has(key));
    if (!next) return now;
    heard.add(next.key);
    now = hear(now, next.key, answer(all, next), isFromServer);
  }
}

const ids = (items: readonly Placed[]) => items.map(({ id }) => id);

describe('the list of conversations', () => {
  it('shows one page, and whether there may be more', () => {
    expect(mayHaveMore(settle(firstPage(), store(INBOX_PAGE - 1)))).toBe(false);
    const full = settle(firstPage(), store(INBOX_PAGE + 5));
    expect(mayHaveMore(full)).toBe(true);
    expect(ids(merged(full))).toEqual(
      ids(
        store(INBOX_PAGE + 5)
          .reverse()
          .slice(0, INBOX_PAGE),
      ),
    );
  });

  it('continues after the last page, to the end', () => {
    let parts = settle(firstPage(), store(70));
    while (mayHaveMore(parts)) parts = settle(withNextPage(parts), store(70));
    expect(ids(merged(parts))).toEqual(ids(store(70).reverse()));
    expect(parts.length).toBe(3);
  });

  it('keeps a conversation that a newer one pushes off the first page', () => {
    const all = store(100);
    const before = settle(firstPage(), all);
    const after = settle(before, [...all, item(101)]);
    expect(ids(merged(after))).toEqual(['c00101', ...ids(merged(before))]);
  });

  it('keeps it too while only the local cache has answered', () => {
    const all = store(100);
    const before = settle(firstPage(), all);
    const pushed = hear(before, 0, answer([...all, item(101)], before[0] as ListPart<Placed>), true);
    const [replaced] = pushed as [ListPart<Placed>];
    const fromCache = hear(pushed, replaced.key, answer([...all, item(101)], replaced).slice(0, INBOX_PAGE), false);
    expect(merged(fromCache)).toHaveLength(INBOX_PAGE + 1);
  });

  it('drops an archived conversation, also when the page fills up again', () => {
    const all = store(100);
    const before = settle(firstPage(), all);
    const after = settle(
      before,
      all.filter(({ id }) => id !== 'c00090'),
    );
    expect(ids(merged(after))).not.toContain('c00090');
    expect(after).toHaveLength(1);
  });

  it('drops a kept conversation as soon as it is archived elsewhere', () => {
    const all = [...store(100), item(101)];
    const kept = settle(settle(firstPage(), store(100)), all);
    expect(ids(merged(kept))).toContain('c00071');
    expect(
      ids(
        merged(
          settle(
            kept,
            all.filter(({ id }) => id !== 'c00071'),
          ),
        ),
      ),
    ).not.toContain('c00071');
  });

  it('moves a conversation up from a later page, once', () => {
    const all = store(70);
    const pages = settle(withNextPage(settle(firstPage(), all)), all);
    const moved = all.map((old) => (old.id === 'c00015' ? item(200, old.id) : old));
    const shown = ids(merged(settle(pages, moved)));
    expect(shown[0]).toBe('c00015');
    expect(new Set(shown).size).toBe(shown.length);
    expect(ids(merged(pages)).filter((id) => !shown.includes(id))).toEqual([]);
  });

  it('stays complete and bounded while hundreds arrive', () => {
    let all = store(60);
    let parts = settle(withNextPage(settle(firstPage(), all)), all);
    for (let second = 61; second <= 400; second++) {
      all = [...all, item(second)];
      parts = settle(parts, all);
      expect(parts.every(({ limit }) => limit <= LIST_MAX)).toBe(true);
    }
    expect(ids(merged(parts))).toEqual(ids([...all].reverse()));
    expect(parts.length).toBeLessThan(400 / (LIST_MAX / 2) + 2);
  });

  it('lists an own reply first while it has no server time', () => {
    const all = store(5);
    const heard = hear(firstPage(), 0, [item(0, 'c00003', true), ...all.filter(({ id }) => id !== 'c00003').reverse()], false);
    expect(ids(merged(heard))[0]).toBe('c00003');
  });

  it('adds no page to an empty list', () => {
    expect(withNextPage(firstPage())).toHaveLength(1);
  });
});
