import type { ListingDocument } from '@foyer/domain/directory';
import type { Tag } from '@foyer/domain/language';
import { initialOf } from '@foyer/domain/person-name';
import { withNodes } from '@foyer/words/with-nodes';
import { directionOf } from './direction.ts';
import { Doorway } from './doorway.tsx';
import { Photo } from './photo.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';
import { siteHref, useSite } from './site-words.ts';

type Person = Pick<ListingDocument<unknown>, 'slug' | 'name' | 'headline' | 'location' | 'portrait'>;

export interface DirectoryPageProps {
  /** The search as typed; empty without one. */
  query: string;
  /** Whether the search has a word. */
  isSearch: boolean;
  people: readonly Person[];
  /** From 1. */
  page: number;
  pages: number;
}

const PATH = '/directory';

/** The directory. Complete without JavaScript. */
export function DirectoryPage({ query, isSearch, people, page, pages }: DirectoryPageProps) {
  const { tag, directory: words } = useSite();
  return (
    <>
      <SiteHead current="directory" />
      <main class="directory">
        <h1>{isSearch ? words.headingSearch : words.heading}</h1>
        <p class="lead">{words.lead}</p>
        <search>
          <form class="search" action={PATH}>
            {tag !== 'en' && <input type="hidden" name="lang" value={tag} />}
            <label for="q">{words.label}</label>
            <div>
              <input id="q" name="q" type="search" value={query} maxLength={80} autocomplete="off" />
              <button type="submit">{words.search}</button>
            </div>
          </form>
        </search>
        {people.length === 0 ? <Nobody query={isSearch ? query : null} /> : <Cards people={people} />}
        {pages > 1 && <Pages query={isSearch ? query : ''} page={page} pages={pages} />}
      </main>
      <SiteFoot path={PATH} />
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
  const { tag, directory: words } = useSite();
  return (
    <div class="nobody">
      <Doorway isOpen={query === null} />
      {query === null ? (
        <p>
          {words.nobody} <a href="/app/sign-up">{words.createPage}</a>
        </p>
      ) : (
        <p>
          {withNodes(words.noResults, { query: <bdi>{query}</bdi> })} <a href={siteHref(PATH, tag)}>{words.showAll}</a>
        </p>
      )}
    </div>
  );
}

function Pages({ query, page, pages }: { query: string; page: number; pages: number }) {
  const { tag, directory: words } = useSite();
  return (
    <nav class="pages" aria-label={words.pages}>
      {page > 1 && (
        <a href={pageHref(query, page - 1, tag)} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{words.pageOf({ page, pages })}</span>
      {page < pages && (
        <a href={pageHref(query, page + 1, tag)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}

function pageHref(query: string, page: number, tag: Tag): string {
  const asked = {
    ...(query === '' ? {} : { q: query }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(tag === 'en' ? {} : { lang: tag }),
  };
  return `${PATH}?${new URLSearchParams(asked)}`;
}
