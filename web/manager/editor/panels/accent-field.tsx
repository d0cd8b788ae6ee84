import { accentOn } from '@foyer/domain/colour';
import type { Theme } from '@foyer/domain/theme';
import { PALETTES, type Scheme } from '../../../public-page/presets/palettes.ts';
import { FieldFrame } from '../fields/field-frame.tsx';

/** Colours that read well as they are on most papers. */
const SWATCHES = [
  ['#b3261e', 'Red'],
  ['#b0530f', 'Amber'],
  ['#4c6b3c', 'Moss'],
  ['#0f6b62', 'Sea'],
  ['#1d5fa8', 'Blue'],
  ['#5b3fd6', 'Violet'],
  ['#a02b6b', 'Plum'],
  ['#333333', 'Graphite'],
] as const;

/** The one colour of what can be acted on. What is chosen is kept; what is shown can be read. */
export function AccentField({ theme, onChoose }: { theme: Theme; onChoose(accent: string): void }) {
  const { accent, preset } = theme;
  const own = PALETTES[preset].accent;
  const swatches = [[own, 'The preset’s own'] as const, ...SWATCHES.filter(([colour]) => colour !== own)];
  return (
    <FieldFrame path="theme.accent" label="Accent" isGroup hint={noteOf(theme)}>
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
          aria-label="Any colour"
          title="Any colour"
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
  const byDay = mode !== 'dark' && moves(light);
  const byNight = mode !== 'light' && moves(dark);
  if (byDay && byNight) return 'Your page shows a shade of it that can be read, by day and by night.';
  if (byDay) return 'By day your page shows a darker shade of it, so that it can be read.';
  return byNight ? 'By night your page shows a lighter shade of it, so that it can be read.' : undefined;
}
