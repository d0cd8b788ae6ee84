import type { Profile } from '@foyer/domain/profile';
import { render } from 'preact';
import { pageStyle } from '../../../public-page/page-style.ts';
import { ProfilePage } from '../../../public-page/profile-page.tsx';
import { loadSheets } from './page-sheets.ts';

interface Options {
  slug: string;
  managerId: string;
  /** A key that was pressed in the page and means something outside of it. */
  onKey(event: KeyboardEvent): void;
}

/**
 * The public page itself in a document of its own: the same markup and the same stylesheets that the server sends. Sheets are made by
 * script, since the dashboard's policy allows no style that is written into a document.
 */
export function openPageView(document: Document, { slug, managerId, onKey }: Options) {
  const view = document.defaultView;
  if (!view) throw new Error('this document is not shown');
  const own = new view.CSSStyleSheet();
  const look = new view.CSSStyleSheet();
  document.adoptedStyleSheets = [own, look];
  document.documentElement.lang = 'en';
  let wanted = '';
  let shown: string | null = null;
  let painted = '';
  let latest: Profile | null = null;

  /** Links and the message box do nothing; what folds out may. */
  const stay = (event: Event) => {
    if (event.type !== 'click' || event.composedPath().some((node) => 'href' in node)) event.preventDefault();
  };
  for (const name of ['click', 'submit', 'beforeinput']) document.addEventListener(name, stay);
  document.addEventListener('keydown', onKey);

  const paint = (profile: Profile) => {
    const style = pageStyle(profile);
    if (style !== painted) own.replaceSync(style);
    painted = style;
    const facts = { replyTime: null, today: today(profile.timeZone), verified: [] };
    render(<ProfilePage profile={profile} facts={facts} slug={slug} managerId={managerId} />, document.body);
  };

  return {
    /** Shows a profile; with a look that is not loaded yet, the one before stays until it is. */
    show(profile: Profile): void {
      latest = profile;
      const { preset, fonts } = profile.theme;
      const key = `${preset} ${fonts}`;
      if (key === shown) paint(profile);
      if (key === shown || key === wanted) return;
      wanted = key;
      loadSheets({ preset, fonts }).then(
        (css) => {
          if (key !== wanted || !latest) return;
          look.replaceSync(css);
          shown = key;
          paint(latest);
        },
        () => {
          // Without a connection the look before stays; the next change asks again.
          wanted = shown ?? '';
          if (shown !== null && latest) paint(latest);
        },
      );
    },
    close(): void {
      render(null, document.body);
    },
  };
}

export type PageView = ReturnType<typeof openPageView>;

function today(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format();
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}
