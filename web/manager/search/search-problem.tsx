import type { TargetedMouseEvent } from 'preact';
import type { ApiProblem } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { connection } from '../connection/connection.ts';
import { problemSentence } from '../problem-words.ts';
import { words as shared } from '../words.ts';
import type { Search } from './search.ts';
import { words } from './words.ts';

/** Why the search failed. It repeats by itself with the connection, and when the server has said how long to wait. */
export function SearchProblem({ search, problem }: { search: Search; problem: ApiProblem }) {
  const isOffline = problem.code === 'offline' && connection.value === 'offline';
  const retry = ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    // The button is gone while the search repeats. A touch must not open the keyboard again.
    if (currentTarget.matches(':focus-visible')) document.querySelector<HTMLElement>('[data-search]')?.focus();
    search.retry();
  };
  return (
    <div class="mx-auto flex max-w-80 flex-col items-center px-5 py-10 text-center">
      <span class="mb-4 grid size-12 place-items-center rounded-full bg-hover text-soft">
        <Icon name={isOffline ? 'cloud' : 'search'} class="size-5" />
      </span>
      <p role="alert" class="text-base text-pretty">
        {isOffline ? words.offline : problemSentence(problem)}
      </p>
      {!isOffline && (
        <Button class="mt-4" onClick={retry}>
          {shared.tryAgain}
        </Button>
      )}
    </div>
  );
}
