import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { CORNERS, DENSITIES, FONTS, HEROES, MODES, PRESETS } from './look.ts';

export { FONTS, type Fonts, PRESETS, type Preset, plainTheme } from './look.ts';

export const Theme = z.strictObject({
  preset: z.enum(PRESETS),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'color-format' satisfies FaultCode)
    .meta({ description: 'The colour of everything that can be clicked.', examples: ['#8a3b2a'] }),
  mode: z.enum(MODES),
  fonts: z.enum(FONTS),
  corners: z.enum(CORNERS),
  density: z.enum(DENSITIES),
  hero: z.enum(HEROES),
});
export type Theme = z.output<typeof Theme>;
