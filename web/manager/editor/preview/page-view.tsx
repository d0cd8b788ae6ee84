import type { Profile } from '@foyer/domain/profile';
import { render } from 'preact';
import { keepTranslatedTexts } from '../../../lib/translated-texts.ts';
import { pageStyle } from '../../../public-page/page-style.ts';
import { type PageFacts, ProfilePage } from '../../../public-page/profile-page.tsx';
import { fieldAt } from './field-at.ts';
import { loadSheets } from './page-sheets.ts';

/** What is left above a section that is scrolled to. */
const MARGIN_PX = 24;

/** A link that is as large as its row lets a press through to what is under it. */
const PRESSABLE = '.hero *, .chapter * { cursor: pointer } .chapter a::after { pointer-events: none }';

/** What a page says beside what its manager wrote. */
export type KnownFacts = Pick<PageFacts, 'replyTime' | 'verified'>;

interface Options {
  facts: KnownFacts;
  slug: string;
  managerId: string;
  /** A key that was pressed in the page and means something outside of it. */
  onKey(event: KeyboardEvent): void;
  /** Something was pressed that shows this field. */
  onField?: ((path: string) => void) | undefined;
}

/**
 * The public page itself in a document of its own: the same markup and the same stylesheets that the server sends. Sheets are made by
 * script, since the dashboard's policy allows no style that is written into a document.
 */
export function openPageView(document: Document, { facts: known, slug, managerId, onKey, onField }: Options) {
  const view = document.defaultView;
  if (!view) throw new Error('this document is not shown');
  keepTranslatedTexts(document.body);
  const own = new view.CSSStyleSheet();
  const look = new view.CSSStyleSheet();
  const pressable = new view.CSSStyleSheet();
  if (onField) pressable.replaceSync(PRESSABLE);
  document.adoptedStyleSheets = [own, look, pressable];
  document.documentElement.lang = 'en';
  let wanted = '';
  let shown: string | null = null;
  let painted = '';
  let latest: Profile | null = null;
  let isPressed = false;

  /** Links and the message box do nothing; what folds out may. */
  const stay = (event: Event) => {
    if (event.type !== 'click' || event.composedPath().some((node) => 'href' in node)) event.preventDefault();
  };
  for (const name of ['click', 'submit', 'beforeinput']) document.addEventListener(name, stay);
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', ({ target }) => {
    const path = latest && target && fieldAt(target as Element, latest);
    if (!path) return;
    // Its section opens beside it: what was just pressed stays where it is.
    isPressed = true;
    onField?.(path);
    isPressed = false;
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
      if (isPressed) return;
      const section = kind === null ? null : document.getElementById(kind);
      view.scrollTo({ top: section ? section.getBoundingClientRect().top + view.scrollY - MARGIN_PX : 0 });
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
