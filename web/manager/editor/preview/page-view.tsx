import type { Tag } from '@foyer/domain/language';
import type { Profile } from '@foyer/domain/profile';
import { render } from 'preact';
import { markLanguage } from '../../../lib/language.ts';
import { keepTranslatedTexts } from '../../../lib/translated-texts.ts';
import { pageStyle } from '../../../public-page/page-style.ts';
import { type PageFacts, ProfilePage } from '../../../public-page/profile-page.tsx';
import { type PageCatalogue, Speaking, spokenIn } from '../../../public-page/words.ts';
import { fieldAt } from './field-at.ts';
import { loadSheets } from './page-sheets.ts';
import { loadPageWords, tagOf } from './page-words.ts';

/** The space left above a section when the preview scrolls to it. */
const MARGIN_PX = 24;

/** Links that cover their whole row let presses through to the elements below. */
const PRESSABLE = '.hero *, .chapter * { cursor: pointer } .chapter a::after { pointer-events: none }';

/** Facts on a page besides its manager's own texts. */
export type KnownFacts = Pick<PageFacts, 'replyTime' | 'verified'>;

interface Options {
  facts: KnownFacts;
  slug: string;
  managerId: string;
  /** A key press in the page that has a meaning outside of it. */
  onKey(event: KeyboardEvent): void;
  /** Called when something is pressed that shows this field. */
  onField?: ((path: string) => void) | undefined;
}

/**
 * The public page in its own document, with the markup and stylesheets that the server sends. Sheets are constructed by script, because the
 * dashboard's policy allows no inline styles.
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
  let wanted = '';
  let shown: string | null = null;
  let painted = '';
  let catalogue: PageCatalogue | null = null;
  let tag: Tag = 'en';
  let latest: Profile | null = null;
  let isPressed = false;

  /** Links and the message box do nothing; details can be opened. */
  const stay = (event: Event) => {
    if (event.type !== 'click' || event.composedPath().some((node) => 'href' in node)) event.preventDefault();
  };
  for (const name of ['click', 'submit', 'beforeinput']) document.addEventListener(name, stay);
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', ({ target }) => {
    const path = latest && target && fieldAt(target as Element, latest);
    if (!path) return;
    // The field opens next to the page, so the page must not scroll.
    isPressed = true;
    onField?.(path);
    isPressed = false;
  });

  const paint = (profile: Profile) => {
    if (!catalogue) return;
    const style = pageStyle(profile);
    if (style !== painted) own.replaceSync(style);
    painted = style;
    const facts = { ...known, today: today(profile.timeZone) };
    render(
      <Speaking value={spokenIn(tag, profile.language, catalogue)}>
        <ProfilePage profile={profile} facts={facts} slug={slug} managerId={managerId} />
      </Speaking>,
      document.body,
    );
  };

  return {
    /** Shows a profile. While a new preset or language loads, the old one stays. */
    show(profile: Profile): void {
      latest = profile;
      const { preset, fonts } = profile.theme;
      const wantedTag = tagOf(profile);
      const key = `${preset} ${fonts} ${wantedTag}`;
      if (key === shown) paint(profile);
      if (key === shown || key === wanted) return;
      wanted = key;
      Promise.all([loadSheets({ preset, fonts }), loadPageWords(wantedTag)]).then(
        ([css, words]) => {
          if (key !== wanted || !latest) return;
          catalogue = words;
          tag = wantedTag;
          markLanguage(document.documentElement, tag);
          look.replaceSync(css);
          shown = key;
          paint(latest);
        },
        () => {
          // Offline, the old look stays; the next change tries again.
          wanted = shown ?? '';
          if (shown !== null && latest) paint(latest);
        },
      );
    },
    /** Scrolls to a section, or to the top if the page doesn't have it or `kind` is `null`. */
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
