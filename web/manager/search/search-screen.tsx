import { withNodes } from '@foyer/words/with-nodes';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { latinKey } from '../../lib/latin-key.ts';
import { Delayed } from '../../ui/delayed.tsx';
import { connection } from '../connection/connection.ts';
import { leaveSearch, replaceQuery, route } from '../route/history.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { takeEarly } from '../workspace/open-search.ts';
import { searchable, withFilter } from './filters.ts';
import { keptSearch } from './kept-search.ts';
import { recentSearches } from './recent-searches.ts';
import { ResultLists } from './result-lists.tsx';
import { returnFocus } from './return-focus.ts';
import { PAUSE_MS, type Results } from './search.ts';
import { SearchField } from './search-field.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchProblem } from './search-problem.tsx';
import { SuggestionRow } from './suggestion-row.tsx';
import { usePlace } from './use-place.ts';
import { words } from './words.ts';

/** One field for all conversations and messages. What is typed is in the address. */
export function SearchScreen() {
  const workspace = useWorkspace();
  const search = keptSearch(workspace);
  const frame = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** The query that this screen has put into the address. Others come from links, the palette, and the browser's history. */
  const written = useRef<string | null>(null);
  /** The query on which Enter was pressed: its first result gets the focus when it is there. */
  const entered = useRef('');
  const query = search.query.value;
  const wanted = searchable(query);
  const results = search.results.value;
  const isSearching = search.isSearching.value;
  const problem = search.problem.value;
  const asked = route.value.query ?? '';

  useLayoutEffect(() => {
    if (asked === written.current || asked === search.query.peek()) return;
    search.place = { scrollTop: 0, focused: null };
    search.type(asked);
    search.now();
  }, [asked]);
  useLayoutEffect(() => {
    const early = takeEarly();
    if (early !== '') search.type(early);
  }, []);
  const putInAddress = () => {
    written.current = search.query.peek();
    replaceQuery(written.current);
  };
  usePlace(search, frame, field);
  useEffect(() => () => returnFocus(workspace), [workspace]);
  useEffect(() => {
    const timer = setTimeout(putInAddress, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  useEffect(() => {
    if (search.problem.peek()) search.retry();
    let was = connection.peek();
    return connection.subscribe((is) => {
      if (was === 'offline' && is !== was && search.problem.peek()?.code === 'offline') search.retry();
      was = is;
    });
  }, [search]);

  // Keys can be faster than drawing, so these read what is typed now.
  const typed = () => searchable(search.query.peek());
  const focusFirst = () => {
    const [first] = resultsIn(frame.current);
    first?.focus({ focusVisible: true });
    return first !== undefined;
  };
  useLayoutEffect(() => {
    if (isSearching) return;
    if (entered.current !== '' && entered.current === typed()) focusFirst();
    entered.current = '';
  }, [results, isSearching]);
  const put = (text: string) => {
    search.type(text);
    field.current?.focus();
  };
  const settle = () => {
    putInAddress();
    if (typed() !== '') recentSearches.keep(typed());
  };
  const enter = () => {
    if (typed() === '') return;
    settle();
    search.now();
    if (search.isSearching.peek() || !focusFirst()) entered.current = typed();
  };
  const move = (step: 1 | -1) => {
    const all = resultsIn(frame.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at + step < 0) field.current?.focus();
    else all[Math.min(all.length - 1, at + step)]?.focus({ focusVisible: true });
  };
  const press = (event: KeyboardEvent) => {
    // 229: an input method handles the key.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    // A menu next to the screen has its own keys.
    if (event.target !== document.body && !(event.target instanceof Node && frame.current?.contains(event.target))) return;
    const isTyping = event.target === field.current;
    const key = isTyping ? event.key : latinKey(event);
    if (key === 'Escape') search.query.peek() === '' ? leaveSearch() : put('');
    else if (key === 'ArrowDown' || (key === 'j' && !isTyping)) move(1);
    else if ((key === 'ArrowUp' || key === 'k') && !isTyping) move(-1);
    else if (key === 'Enter' && isTyping) enter();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [search]);

  return (
    <search ref={frame} class="mx-auto flex w-full max-w-184 grow flex-col px-4 pb-8 two:px-6">
      <h1 class="sr-only">{shared.search}</h1>
      <div class="sticky top-0 z-10 bg-paper pt-3 pb-3 two:pt-5">
        <SearchField field={field} search={search} onClear={() => put('')} onLeave={leaveSearch} />
      </div>
      <SuggestionRow query={query} onComplete={put} />
      <p role="status" class={results && isEmpty(results) ? 'sr-only' : 'px-2.5 pb-2 text-xs text-soft'}>
        {results && !isSearching && !problem && <span key={results.query}>{countOf(results)}</span>}
      </p>
      {wanted === '' ? (
        query === '' && <SearchHelp onSearch={put} onFilter={(filter) => put(withFilter(search.query.peek(), filter))} />
      ) : problem && results?.query !== wanted ? (
        <SearchProblem search={search} problem={problem} />
      ) : results ? (
        <>
          {!isSearching && !problem && isEmpty(results) && <Nothing results={results} />}
          <ResultLists search={search} results={results} onOpen={settle} />
        </>
      ) : (
        <Delayed>
          <SkeletonRows />
        </Delayed>
      )}
    </search>
  );
}

/** What the arrow keys reach, in order. */
function resultsIn(frame: HTMLElement | null): HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>('[data-result]:not(:disabled)') ?? [])];
}

function isEmpty({ matching, messages }: Results): boolean {
  return matching.length + messages.length === 0;
}

function countOf({ matching, messages, next }: Results): string {
  const count = matching.length + messages.length;
  return next === null ? words.found({ count }) : words.foundSoFar({ count });
}

function Nothing({ results: { query, next } }: { results: Results }) {
  return (
    <div class="mx-auto flex max-w-80 flex-col items-center px-5 pt-8 pb-4 text-center">
      <p class="text-base font-semibold [overflow-wrap:anywhere]">
        {next === null ? withNodes(words.noneTitle, { query: <bdi>{query}</bdi> }) : words.noneYetTitle}
      </p>
      <p class="mt-1 text-sm text-pretty text-soft">{next === null ? words.none : words.noneYet}</p>
    </div>
  );
}

function SkeletonRows() {
  return (
    <div class="pulse flex flex-col gap-1" aria-hidden="true">
      {['w-28', 'w-40', 'w-24'].map((width) => (
        <div key={width} class="flex h-16 flex-col justify-center gap-2 ps-7 pe-3">
          <div class={`h-3 rounded bg-hover ${width}`} />
          <div class="h-3 w-11/12 rounded bg-hover" />
        </div>
      ))}
    </div>
  );
}
