import { accentOn } from '@foyer/domain/colour';
import type { Theme } from '@foyer/domain/theme';
import { PALETTES, type Scheme } from '../../../public-page/presets/palettes.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import { words } from '../words.ts';

/** Colours that need no other shade on most presets. */
const SWATCHES = [
  ['#b3261e', words.colourRed],
  ['#b0530f', words.colourAmber],
  ['#4c6b3c', words.colourMoss],
  ['#0f6b62', words.colourSea],
  ['#1d5fa8', words.colourBlue],
  ['#5b3fd6', words.colourViolet],
  ['#a02b6b', words.colourPlum],
  ['#333333', words.colourGraphite],
] as const;

/** The colour of links and buttons. The chosen one is stored; the page shows a legible shade of it. */
export function AccentField({ theme, onChoose }: { theme: Theme; onChoose(accent: string): void }) {
  const { accent, preset } = theme;
  const own = PALETTES[preset].accent;
  const swatches = [[own, words.presetDefault] as const, ...SWATCHES.filter(([colour]) => colour !== own)];
  return (
    <FieldFrame path="theme.accent" label={words.accentColour} isGroup hint={noteOf(theme)}>
      <div class="flex flex-wrap items-center gap-1.5">
        {swatches.map(([colour, name]) => (
          <button
            key={colour}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={accent === colour}
            onClick={() => onChoose(colour)}
            class="grid size-7 place-items-center rounded-full outline-offset-2 aria-pressed:outline-2 aria-pressed:outline-ink pointer-coarse:size-10"
          >
            <svg viewBox="0 0 28 28" aria-hidden="true" class="size-full">
              <circle cx="14" cy="14" r="13.5" fill={colour} class="stroke-line" />
            </svg>
          </button>
        ))}
        <input
          type="color"
          aria-label={words.customColour}
          title={words.customColour}
          value={accent}
          onInput={(event) => onChoose(event.currentTarget.value)}
          class="h-7 w-9 cursor-pointer rounded-md border border-edge bg-raised p-0.5 pointer-coarse:h-10 pointer-coarse:w-12"
        />
      </div>
    </FieldFrame>
  );
}

/** Says where the page shows another shade than the chosen one. */
function noteOf({ accent, preset, mode }: Theme): string | undefined {
  const { light, dark } = PALETTES[preset];
  const moves = (scheme: Scheme) => accentOn(accent, [scheme.paper, scheme.raised, scheme.bubble]).accent !== accent;
  const inLight = mode !== 'dark' && moves(light);
  const inDark = mode !== 'light' && moves(dark);
  if (inLight && inDark) return words.otherShades;
  if (inLight) return words.darkerShade;
  return inDark ? words.lighterShade : undefined;
}
