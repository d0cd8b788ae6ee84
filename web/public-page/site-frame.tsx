import { RESUME_PATH } from '@foyer/domain/resume-code';

/** The top of Foyer's own pages. */
export function SiteHead({ current }: { current: 'front' | 'directory' | 'resume' | null }) {
  return (
    <header class="site-head">
      <a class="wordmark" href="/" aria-current={current === 'front' ? 'page' : undefined}>
        Foyer
      </a>
      <nav aria-label="Foyer">
        <a href="/directory" aria-current={current === 'directory' ? 'page' : undefined}>
          Directory
        </a>
        <a href={RESUME_PATH} aria-current={current === 'resume' ? 'page' : undefined}>
          I have a code
        </a>
        <a href="/app">Sign in</a>
      </nav>
    </header>
  );
}

/** And their end. */
export function SiteFoot() {
  return (
    <footer class="site-foot">
      <p>Foyer is a personal front door for conversations.</p>
      <p>Reading sets no cookie.</p>
    </footer>
  );
}
