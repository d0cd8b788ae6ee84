import type { SearchResults } from '@foyer/domain/search';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../lib/api.ts';
import { EMPTY_PAGES_MAX, openSearching, PAUSE_MS, type Search } from './search.ts';

interface Asked {
  query: string;
  after: string | null;
  aborted: AbortSignal;
  answer(page: SearchResults): void;
  refuse(cause: unknown): void;
}

let asked: Asked[];
let search: Search;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  search = openSearching((query, after, aborted) => {
    const { promise, resolve, reject } = Promise.withResolvers<SearchResults>();
    asked.push({ query, after, aborted, answer: resolve, refuse: reject });
    return promise;
  });
});
afterEach(() => vi.useRealTimers());

const page = (...messageIds: string[]): SearchResults => ({
  conversations: [],
  matching: [],
  messages: messageIds.map((messageId) => ({
    conversationId: 'a'.repeat(32),
    messageId,
    sender: 'visitor',
    passage: messageId,
    marks: [],
    createdAt: 0,
  })),
  next: null,
});
const pause = (ms = PAUSE_MS) => vi.advanceTimersByTimeAsync(ms);
const request = (index: number): Asked => asked[index] as Asked;
const found = () => search.results.value?.messages.map(({ messageId }) => messageId);

async function answer(index: number, content: SearchResults): Promise<void> {
  request(index).answer(content);
  await pause(0);
}

describe('while someone types', () => {
  it('asks once the typing pauses, without spaces around the query', async () => {
    for (const typed of ['q', 'qu', 'quo', 'quote ']) {
      search.type(typed);
      await pause(PAUSE_MS / 2);
    }
    expect(asked).toEqual([]);
    await pause();
    expect(asked.map(({ query }) => query)).toEqual(['quote']);
    expect([search.query.value, search.isSearching.value]).toEqual(['quote ', true]);
    await answer(0, page('m1'));
    expect([found(), search.isSearching.value]).toEqual([['m1'], false]);
  });

  it('never shows an older answer after a newer query, and ends its request', async () => {
    search.type('one');
    await pause();
    search.type('two');
    expect(request(0).aborted.aborted).toBe(true);
    await answer(0, page('old'));
    expect(search.results.value).toBeNull();
    await pause();
    await answer(1, page('new'));
    request(0).refuse(new ApiProblem('internal'));
    await pause(0);
    expect([found(), search.problem.value]).toEqual([['new'], null]);
  });

  it('keeps the last results until there are newer ones, and none without a query', async () => {
    search.type('one');
    await pause();
    await answer(0, page('m1'));
    search.type('one t');
    expect([found(), search.results.value?.query]).toEqual([['m1'], 'one']);
    search.type('');
    await pause();
    expect([search.results.value, search.isSearching.value, asked.length]).toEqual([null, false, 1]);
  });

  it('asks nothing again for what is shown already, such as after a space', async () => {
    search.type('one');
    await pause();
    await answer(0, page('m1'));
    for (const typed of ['one ', 'one x', 'one', 'one from:']) search.type(typed);
    search.now();
    await pause();
    expect([asked.length, search.isSearching.value]).toEqual([1, false]);
  });

  it('asks immediately with Enter, and only once', async () => {
    search.type('one');
    search.now();
    await pause();
    expect(asked.length).toBe(1);
  });
});

describe('further pages', () => {
  it('are added without repeating a message', async () => {
    search.type('one');
    search.now();
    await answer(0, { ...page('m1', 'm2'), matching: ['c1'], next: 'p2' });
    search.more();
    expect(request(1).after).toBe('p2');
    await answer(1, page('m2', 'm3'));
    expect([found(), search.results.value?.matching, search.results.value?.next]).toEqual([['m1', 'm2', 'm3'], ['c1'], null]);
    search.more();
    expect(asked.length).toBe(2);
  });

  it('follow by themselves while they are empty, but not endlessly', async () => {
    search.type('one');
    search.now();
    for (let index = 0; index < EMPTY_PAGES_MAX; index++) {
      expect([request(index).after, search.results.value]).toEqual([index === 0 ? null : `p${index}`, null]);
      await answer(index, { ...page(), next: `p${index + 1}` });
    }
    expect([asked.length, found(), search.isSearching.value]).toEqual([EMPTY_PAGES_MAX, [], false]);
    search.more();
    await answer(EMPTY_PAGES_MAX, page('m1'));
    expect(found()).toEqual(['m1']);
  });

  it('of an older query are dropped', async () => {
    search.type('one');
    search.now();
    await answer(0, { ...page('m1'), next: 'p2' });
    search.more();
    search.type('two');
    await answer(1, page('m2'));
    expect(found()).toEqual(['m1']);
  });
});

describe('a failure', () => {
  it('is kept with its results, and repeated on request', async () => {
    search.type('one');
    search.now();
    await answer(0, { ...page('m1'), next: 'p2' });
    search.more();
    request(1).refuse(new ApiProblem('busy'));
    await pause(0);
    expect([search.problem.value?.code, found(), search.isSearching.value]).toEqual(['busy', ['m1'], false]);
    search.retry();
    expect([request(2).after, search.problem.value]).toEqual(['p2', null]);
    await answer(2, page('m2'));
    expect(found()).toEqual(['m1', 'm2']);
  });

  it('of too many searches is repeated when the server allows it', async () => {
    search.type('one');
    search.now();
    request(0).refuse(new ApiProblem('too-fast', { retryAfterSeconds: 4 }));
    await pause(3900);
    expect(asked.length).toBe(1);
    await pause(200);
    await answer(1, page('m1'));
    expect([found(), search.problem.value]).toEqual([['m1'], null]);
  });

  it('is forgotten with the next query, also its repetition', async () => {
    search.type('one');
    search.now();
    request(0).refuse(new ApiProblem('too-fast', { retryAfterSeconds: 4 }));
    await pause(0);
    search.type('');
    await pause(10_000);
    expect([asked.length, search.problem.value]).toEqual([1, null]);
  });

  it('of another kind is an error of ours', async () => {
    search.type('one');
    search.now();
    request(0).refuse(new TypeError('no such thing'));
    await pause(0);
    expect(search.problem.value?.code).toBe('internal');
  });
});
