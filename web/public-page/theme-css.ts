import { accentOn, nightShade, textOn } from '@foyer/domain/colour';
import type { Theme } from '@foyer/domain/theme';
import { PALETTES, type Scheme } from './presets/palettes.ts';

/** The manager's choices that replace the preset's, as lengths and factors for every stylesheet. */
const CORNERS = { sharp: '0px', soft: '8px', round: '20px' } as const;
const DENSITY = { compact: '0.72', airy: '1.3' } as const;

/**
 * A theme as CSS variables, to place before the preset's stylesheet. `auto` adds a second rule for dark screens. Whatever accent was
 * chosen, `--accent` is readable on the preset's surfaces (AA, computed), `--on-accent` on it, and `--on-block` on the accent as chosen, or
 * on its shade for dark mode.
 */
export function themeCss(theme: Theme): string {
  const { light, dark } = PALETTES[theme.preset];
  const shape = shapeOf(theme);
  if (theme.mode === 'light') return `:root{color-scheme:light;${shape}${colours(theme.accent, light)}}`;
  if (theme.mode === 'dark') return `:root{color-scheme:dark;${shape}${colours(theme.accent, dark)}}`;
  return `:root{color-scheme:light dark;${shape}${colours(theme.accent, light)}}@media(prefers-color-scheme:dark){:root{${colours(theme.accent, dark)}}}`;
}

function shapeOf({ accent, corners, density }: Theme): string {
  return [
    `--block:${accent};--on-block:${textOn(accent)};`,
    corners === 'preset' ? '' : `--corner:${CORNERS[corners]};`,
    density === 'preset' ? '' : `--density:${DENSITY[density]};`,
  ].join('');
}

function colours(chosen: string, { paper, raised, bubble, ink, soft, line, danger, isDim }: Scheme): string {
  const { accent, onAccent } = accentOn(chosen, [paper, raised, bubble]);
  const variables = {
    accent,
    'on-accent': onAccent,
    paper,
    'paper-raised': raised,
    'their-bubble': bubble,
    ink,
    'ink-soft': soft,
    line,
    danger,
    ...(isDim && { block: nightShade(chosen), 'on-block': ink, loud: 'var(--accent)' }),
  };
  return Object.entries(variables)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
