import type { Theme } from './theme.ts';

/** How a page can look. Without the schemas, so that the browser can have it. */

/** The characters of a page. Each has its layout, its type, its rhythm and its shapes, and its own default accent. */
export const PRESETS = ['atelier', 'studio', 'terminal', 'garden', 'gallery', 'counsel', 'poster', 'card', 'letter'] as const;
export type Preset = (typeof PRESETS)[number];

/** Typefaces that come with the page, at most two files; without one the page is set in what the visitor's machine has. */
export const FONTS = ['none', 'editorial', 'classic', 'grotesk', 'friendly', 'display', 'mono'] as const;
export type Fonts = (typeof FONTS)[number];

/** `auto` follows the visitor's screen. */
export const MODES = ['auto', 'light', 'dark'] as const;
export const CORNERS = ['preset', 'sharp', 'soft', 'round'] as const;
export const DENSITIES = ['preset', 'compact', 'airy'] as const;
/** `preset` is the preset's own opening. */
export const HEROES = ['preset', 'stacked', 'centred'] as const;

/** A preset as it was meant. */
export function plainTheme(preset: Preset, accent: string): Theme {
  return { preset, accent, mode: 'auto', fonts: 'none', corners: 'preset', density: 'preset', hero: 'preset' };
}
