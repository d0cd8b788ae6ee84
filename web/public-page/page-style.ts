import type { Picture } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { blurClass } from './photo.tsx';
import { shownSections } from './shown-sections.ts';
import { themeCss } from './theme-css.ts';

/** The variables and rules that are this page's own, to stand before its preset's stylesheet: the theme, and each picture's placeholder. */
export function pageStyle(profile: Profile): string {
  return themeCss(profile.theme) + picturesOf(profile).map(blurRule).join('');
}

/** Every picture that the page shows, in its order. */
export function picturesOf(profile: Profile): Picture[] {
  const below = shownSections(profile).flatMap((section) =>
    section.kind === 'projects' || section.kind === 'gallery' ? section.items.map(({ image }) => image) : [],
  );
  return [profile.cover, profile.portrait, ...below].filter((picture) => picture !== undefined);
}

function blurRule(picture: Picture): string {
  return picture.blur ? `.${blurClass(picture)}{background:url(${picture.blur}) 50%/cover}` : '';
}
