import { accentOn, type Theme } from '@foyer/domain/theme';

/**
 * The grounds on which each preset sets its accent as text, in light and in dark: of paper, raised paper and the other side's bubble
 * the one with the least contrast, so that the accent reads on all three. Each must stand in the preset's stylesheet.
 */
export const GROUNDS: Record<Theme['preset'], { light: string; dark: string }> = {
  atelier: { light: '#f2f0eb', dark: '#2a2622' },
};

/** The accent as CSS variables, to stand before the page's stylesheet. Two rules, the second for dark screens. */
export function themeCss(theme: Theme): string {
  const ground = GROUNDS[theme.preset];
  return `${rootRule(theme.accent, ground.light)}@media(prefers-color-scheme:dark){${rootRule(theme.accent, ground.dark)}}`;
}

function rootRule(chosen: string, ground: string): string {
  const { accent, onAccent } = accentOn(chosen, ground);
  return `:root{--accent:${accent};--on-accent:${onAccent}}`;
}
