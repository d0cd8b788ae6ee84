import type { Theme } from './theme.ts';

/** How a page can look. Without schemas, so browsers can load it. */

/** The visual styles. Each has its layout, type, rhythm and shapes, and its own default accent. */
export const PRESETS = ['atelier', 'studio', 'terminal', 'garden', 'gallery', 'counsel', 'poster', 'card', 'letter'] as const;
export type Preset = (typeof PRESETS)[number];

/** Fonts loaded with the page, at most two files; `none` uses the fonts of the visitor's machine. */
export const FONTS = ['none', 'editorial', 'classic', 'grotesk', 'friendly', 'display', 'mono'] as const;
export type Fonts = (typeof FONTS)[number];

/** `auto` follows the visitor's device. */
export const MODES = ['auto', 'light', 'dark'] as const;
export const CORNERS = ['preset', 'sharp', 'soft', 'round'] as const;
export const DENSITIES = ['preset', 'compact', 'airy'] as const;
/** `preset` is the preset's own opening. */
export const HEROES = ['preset', 'stacked', 'centred'] as const;

export function plainTheme(preset: Preset, accent: string): Theme {
  return { preset, accent, mode: 'auto', fonts: 'none', corners: 'preset', density: 'preset', hero: 'preset' };
}
