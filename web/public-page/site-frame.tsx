import { RESUME_PATH } from '@foyer/domain/resume-code';
import { siteHref, translationsOf, useSite } from './site-words.ts';

export function SiteHead({ current }: { current: 'front' | 'directory' | 'resume' | null }) {
  const { tag, words } = useSite();
  return (
    <header class="site-head">
      <a class="wordmark" href={siteHref('/', tag)} aria-current={current === 'front' ? 'page' : undefined}>
        Foyer
      </a>
      <nav aria-label="Foyer">
        <a href={siteHref('/directory', tag)} aria-current={current === 'directory' ? 'page' : undefined}>
          {words.directory}
        </a>
        <a href={siteHref(RESUME_PATH, tag)} aria-current={current === 'resume' ? 'page' : undefined}>
          {words.haveCode}
        </a>
        <a href="/app/">{words.signIn}</a>
      </nav>
    </header>
  );
}

/** The end of Foyer's own pages, with links to the page at `path` in other languages. */
export function SiteFoot({ path }: { path: string }) {
  const { tag: current, words } = useSite();
  const translations = translationsOf(path);
  return (
    <footer class="site-foot">
      <p>{words.tagline}</p>
      <p>{words.noCookies}</p>
      {translations.length > 0 && (
        <nav class="languages" aria-label={words.languages}>
          {translations.map(({ tag, href, name }) => (
            <a key={tag} href={href} lang={tag} hreflang={tag} aria-current={tag === current ? 'true' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      )}
    </footer>
  );
}
