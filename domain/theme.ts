import { z } from 'zod';

/** The characters of a page. Each has its layout, its type, its rhythm and its shapes, and its own default accent. */
export const PRESETS = ['atelier', 'studio', 'terminal', 'garden', 'gallery', 'counsel', 'poster', 'card', 'letter'] as const;
export type Preset = (typeof PRESETS)[number];

/** Typefaces that come with the page, at most two files; without one the page is set in what the visitor's machine has. */
export const FONTS = ['none', 'editorial', 'classic', 'grotesk', 'friendly', 'display', 'mono'] as const;
export type Fonts = (typeof FONTS)[number];

/** How a page looks: a preset, and what the manager changed of it. */
export const Theme = z.strictObject({
  preset: z.enum(PRESETS),
  /** The one colour of everything that can be acted on. */
  accent: z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written as #rrggbb.'),
  /** `auto` follows the visitor's screen. */
  mode: z.enum(['auto', 'light', 'dark']),
  fonts: z.enum(FONTS),
  corners: z.enum(['preset', 'sharp', 'soft', 'round']),
  density: z.enum(['preset', 'compact', 'airy']),
  /** `preset` is the preset's own opening. */
  hero: z.enum(['preset', 'stacked', 'centred']),
});
export type Theme = z.output<typeof Theme>;

/** A preset as it was meant. */
export function plainTheme(preset: Preset, accent: string): Theme {
  return { preset, accent, mode: 'auto', fonts: 'none', corners: 'preset', density: 'preset', hero: 'preset' };
}
