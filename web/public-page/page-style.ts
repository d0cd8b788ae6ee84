import type { Picture } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { nameWidths } from './name-size.ts';
import { blurClass } from './photo.tsx';
import { shownSections } from './shown-sections.ts';
import { themeCss } from './theme-css.ts';

/** For a font that the manager chose, compared with the fonts that presets use for names. */
const CHOSEN_FACE_WIDER = 1.2;

/** The page's own CSS, to place before its preset's stylesheet: the theme, the name's width, and each picture's placeholder. */
export function pageStyle(profile: Profile): string {
  return themeCss(profile.theme) + nameRule(profile) + picturesOf(profile).map(blurRule).join('');
}

export function picturesOf(profile: Profile): Picture[] {
  const below = shownSections(profile).flatMap((section) =>
    section.kind === 'projects' || section.kind === 'gallery' ? section.items.map(({ image }) => image) : [],
  );
  return [profile.cover, profile.portrait, ...below].filter((picture) => picture !== undefined);
}

function nameRule({ name, theme }: Profile): string {
  const { word, whole } = nameWidths(name);
  const factor = theme.fonts === 'none' ? 1 : CHOSEN_FACE_WIDER;
  return `:root{--name-word:${word * factor};--name-whole:${whole * factor}}`;
}

function blurRule(picture: Picture): string {
  return picture.blur ? `.${blurClass(picture)}{background:url(${picture.blur}) 50%/cover}` : '';
}
