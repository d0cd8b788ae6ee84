import type { Profile } from '@foyer/domain/profile';
import { render } from 'preact';
import { keepTranslatedTexts } from '../../../lib/translated-texts.ts';
import { pageStyle } from '../../../public-page/page-style.ts';
import { type PageFacts, ProfilePage } from '../../../public-page/profile-page.tsx';
import { loadSheets } from './page-sheets.ts';

/** What is left above a section that is scrolled to. */
const MARGIN_PX = 24;

/** What a page says beside what its manager wrote. */
export type KnownFacts = Pick<PageFacts, 'replyTime' | 'verified'>;

interface Options {
  facts: KnownFacts;
  slug: string;
  managerId: string;
  /** A key that was pressed in the page and means something outside of it. */
  onKey(event: KeyboardEvent): void;
  /** A part of the page that was pressed: a section's kind, or `null` for its opening. */
  onPart(kind: string | null): void;
}

/**
 * The public page itself in a document of its own: the same markup and the same stylesheets that the server sends. Sheets are made by
 * script, since the dashboard's policy allows no style that is written into a document.
 */
export function openPageView(document: Document, { facts: known, slug, managerId, onKey, onPart }: Options) {
  const view = document.defaultView;
  if (!view) throw new Error('this document is not shown');
  keepTranslatedTexts(document.body);
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
  document.addEventListener('click', (event) => {
    const part = event.composedPath().find(isPart);
    if (part) onPart(part.id || null);
  });

  const paint = (profile: Profile) => {
    const style = pageStyle(profile);
    if (style !== painted) own.replaceSync(style);
    painted = style;
    const facts = { ...known, today: today(profile.timeZone) };
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
    /** Brings a section into sight; the top where it has none, or for `null`. */
    scrollTo(kind: string | null): void {
      const section = kind === null ? null : document.getElementById(kind);
      view.scrollTo({ top: section ? section.getBoundingClientRect().top + view.scrollY - MARGIN_PX : 0 });
    },
    close(): void {
      render(null, document.body);
    },
  };
}

/** Elements of another document are no instances of this one's classes. */
function isPart(node: EventTarget): node is Element {
  return 'classList' in node && /\b(?:chapter|hero)\b/.test(String(node.classList));
}

export type PageView = ReturnType<typeof openPageView>;

function today(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format();
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}
