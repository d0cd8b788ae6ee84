import { useEffect } from 'preact/hooks';
import { locale } from '../../lib/language.ts';
import { now } from '../connection/clock.ts';
import { labels, needLabels } from '../conversations/known-labels.ts';
import type { MainView } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { completed, type PlaceName, type StateName, type Suggestion, suggestionsFor } from './filters.ts';
import { words } from './words.ts';

const STATE_NAMES: Readonly<Record<StateName, string>> = {
  unread: looksOf('unread').name,
  pinned: looksOf('pinned').name,
  muted: looksOf('muted').name,
  blocked: shared.blocked,
};
const VIEWS: Readonly<Record<PlaceName, MainView>> = {
  inbox: 'open',
  snoozed: 'snoozed',
  archive: 'archive',
  requests: 'requests',
  spam: 'spam',
};

interface Props {
  query: string;
  onComplete(query: string): void;
}

/** Values of the filter that is being typed. */
export function SuggestionRow({ query, onComplete }: Props) {
  const { store } = useWorkspace();
  useEffect(() => needLabels(store), [store]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const suggestions = suggestionsFor(query, { labels: labels.value, nowMs: now.value, timeZone });
  if (suggestions.length === 0) return null;
  return (
    <ul aria-label={words.suggestions} class="flex flex-wrap gap-1.5 px-2.5 pb-3">
      {suggestions.map((suggestion) => (
        <li key={suggestion.text}>
          <button
            type="button"
            data-result={suggestion.text}
            onClick={() => onComplete(completed(query, suggestion))}
            class="flex h-8 max-w-60 items-center gap-1.5 rounded-full border border-line px-3 text-sm hover:bg-hover pointer-coarse:h-11"
          >
            <bdi class="truncate">{nameOf(suggestion)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

function nameOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'state':
      return STATE_NAMES[suggestion.state];
    case 'place':
      return looksOf(VIEWS[suggestion.place]).name;
    case 'label':
      return labels.value?.get(suggestion.id)?.name ?? '';
    case 'day':
      // “Last week” would be another day.
      return new Intl.RelativeTimeFormat(locale, { numeric: suggestion.unit === 'day' ? 'auto' : 'always' }).format(-1, suggestion.unit);
  }
}
