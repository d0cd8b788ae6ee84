import type { Preset } from '@foyer/domain/look';
import type { Theme } from '@foyer/domain/theme';
import { PALETTES } from '../../../public-page/presets/palettes.ts';
import { SHOWN_PRESETS } from '../preview/page-sheets.ts';
import { PresetPicture } from './preset-picture.tsx';

const NAMES: Readonly<Record<Preset, string>> = {
  atelier: 'Atelier',
  studio: 'Studio',
  terminal: 'Terminal',
  garden: 'Garden',
  gallery: 'Gallery',
  counsel: 'Counsel',
  poster: 'Poster',
  card: 'Card',
  letter: 'Letter',
};

interface Props {
  theme: Pick<Theme, 'preset' | 'accent'>;
  onChoose(theme: Pick<Theme, 'preset' | 'accent'>): void;
}

/** The characters that a page can have. An accent that somebody chose goes along; one that came with a preset stays with it. */
export function PresetCards({ theme, onChoose }: Props) {
  const hasOwnAccent = theme.accent !== PALETTES[theme.preset].accent;
  const accentFor = (preset: Preset) => (hasOwnAccent ? theme.accent : PALETTES[preset].accent);
  return (
    <fieldset>
      <legend class="sr-only">Character</legend>
      <div class="grid grid-cols-2 gap-3 two:grid-cols-3">
        {SHOWN_PRESETS.map((preset) => (
          <label key={preset} class="group relative flex cursor-pointer flex-col gap-1.5">
            <input
              type="radio"
              name="preset"
              value={preset}
              checked={preset === theme.preset}
              onChange={() => onChoose({ preset, accent: accentFor(preset) })}
              class="absolute inset-0 cursor-pointer opacity-0"
            />
            <span class="overflow-clip rounded-lg border border-line group-hover:border-edge group-has-checked:border-transparent group-has-checked:outline-2 group-has-checked:outline-accent group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-2 group-has-focus-visible:outline-accent">
              <PresetPicture preset={preset} accent={accentFor(preset)} />
            </span>
            <span class="text-xs text-soft group-has-checked:font-medium group-has-checked:text-ink">{NAMES[preset]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
