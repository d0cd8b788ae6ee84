import type { ListingDocument } from '@foyer/domain/directory';
import { initialOf } from '@foyer/domain/person-name';
import { directionOf } from './direction.ts';
import { Doorway } from './doorway.tsx';
import { Photo } from './photo.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';

type Person = Pick<ListingDocument<unknown>, 'slug' | 'name' | 'headline' | 'location' | 'portrait'>;

export interface DirectoryPageProps {
  /** What was looked for, as it was written; empty for everybody. */
  query: string;
  /** Whether there is a word in it. */
  isSearch: boolean;
  people: readonly Person[];
  /** From 1. */
  page: number;
  pages: number;
}

/** Who asked to be found. Whole without JavaScript. */
export function DirectoryPage({ query, isSearch, people, page, pages }: DirectoryPageProps) {
  return (
    <>
      <SiteHead current="directory" />
      <main class="directory">
        <h1>{isSearch ? 'Who is that?' : 'Doors that stand open'}</h1>
        <p class="lead">People who asked to be found here. Knock at any of these pages: you need no account.</p>
        <search>
          <form class="search" action="/directory">
            <label for="q">A name, a place, or what somebody does</label>
            <div>
              <input id="q" name="q" type="search" value={query} maxLength={80} autocomplete="off" dir="auto" />
              <button type="submit">Look</button>
            </div>
          </form>
        </search>
        {people.length === 0 ? <Nobody query={isSearch ? query : null} /> : <Cards people={people} />}
        {pages > 1 && <Pages query={isSearch ? query : ''} page={page} pages={pages} />}
      </main>
      <SiteFoot />
    </>
  );
}

function Cards({ people }: { people: readonly Person[] }) {
  return (
    <ul class="people">
      {people.map(({ slug, name, headline, location, portrait }) => (
        <li key={slug} dir={directionOf(name)}>
          <div class="face">
            {portrait ? <Photo picture={{ ...portrait, alt: '' }} sizes="6rem" /> : <span aria-hidden="true">{initialOf(name)}</span>}
          </div>
          <div>
            <h2>
              <a href={`/${slug}`} dir="auto">
                {name}
              </a>
            </h2>
            {headline && <p dir="auto">{headline}</p>}
            {location && (
              <p class="place" dir="auto">
                {location}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Nobody({ query }: { query: string | null }) {
  return (
    <div class="nobody">
      <Doorway isOpen={query === null} />
      {query === null ? (
        <p>
          Nobody is listed yet. Whoever has a page decides themselves whether it is found here. <a href="/app">Make yours</a> and be the
          first.
        </p>
      ) : (
        <p>
          Nobody here goes by “<bdi>{query}</bdi>”. Try a single word, or the beginning of a name; not everybody who has a page is listed.{' '}
          <a href="/directory">Show everybody</a>
        </p>
      )}
    </div>
  );
}

function Pages({ query, page, pages }: { query: string; page: number; pages: number }) {
  const to = (number: number) =>
    `/directory?${new URLSearchParams({ ...(query === '' ? {} : { q: query }), ...(number === 1 ? {} : { page: String(number) }) })}`;
  return (
    <nav class="pages" aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Back
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          Further
        </a>
      )}
    </nav>
  );
}
