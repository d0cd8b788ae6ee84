import type { Preset } from '@foyer/domain/look';
import type { Profile } from '@foyer/domain/profile';
import type { Theme } from '@foyer/domain/theme';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PALETTES } from '../../../public-page/presets/palettes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SHOWN_PRESETS } from '../preview/page-sheets.ts';
import { words } from '../words.ts';
import { PresetPicture } from './preset-picture.tsx';

const NAMES: Readonly<Record<Preset, string>> = {
  atelier: words.presetAtelier,
  studio: words.presetStudio,
  terminal: words.presetTerminal,
  garden: words.presetGarden,
  gallery: words.presetGallery,
  counsel: words.presetCounsel,
  poster: words.presetPoster,
  card: words.presetCard,
  letter: words.presetLetter,
};

interface Props {
  theme: Pick<Theme, 'preset' | 'accent'>;
  /** Each preset is shown with their name and portrait. */
  person: Pick<Profile, 'name' | 'portrait'>;
  onChoose(theme: Pick<Theme, 'preset' | 'accent'>): void;
}

/**
 * The presets; on a phone in a row to swipe through. An accent colour that the manager chose is kept with another preset; one that came
 * with a preset isn't.
 */
export function PresetCards({ theme, person, onChoose }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('label:has(:checked)');
    if (!row.current || !chosen) return;
    const left = chosen.offsetLeft - (row.current.clientWidth - chosen.offsetWidth) / 2;
    row.current.scrollTo({ left, behavior: 'instant' });
  }, []);
  const hasOwnAccent = theme.accent !== PALETTES[theme.preset].accent;
  const accentFor = (preset: Preset) => (hasOwnAccent ? theme.accent : PALETTES[preset].accent);
  return (
    <fieldset class="min-w-0">
      <legend class="sr-only">{words.style}</legend>
      <div
        ref={row}
        class="relative grid gap-3 two:grid-cols-3 max-two:-mx-4 max-two:snap-x max-two:snap-mandatory max-two:auto-cols-[58%] max-two:grid-flow-col max-two:overflow-x-auto max-two:scroll-smooth max-two:overscroll-x-contain max-two:px-4 max-two:py-1 max-two:[scrollbar-width:none]"
      >
        {SHOWN_PRESETS.map((preset) => (
          <label key={preset} class="group relative flex cursor-pointer snap-center flex-col gap-1.5">
            <input
              type="radio"
              name="preset"
              value={preset}
              checked={preset === theme.preset}
              onChange={({ currentTarget }) => {
                onChoose({ preset, accent: accentFor(preset) });
                currentTarget.parentElement?.scrollIntoView({ inline: 'center', block: 'nearest' });
              }}
              class="absolute inset-0 cursor-pointer opacity-0"
            />
            <span class="overflow-clip rounded-lg border border-line group-hover:border-edge group-has-checked:border-transparent group-has-checked:outline-2 group-has-checked:outline-accent group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-2 group-has-focus-visible:outline-accent">
              <PresetPicture preset={preset} accent={accentFor(preset)} name={person.name || words.yourName} portrait={person.portrait} />
            </span>
            <span class="flex items-center gap-1 text-xs text-soft group-has-checked:font-medium group-has-checked:text-ink">
              {NAMES[preset]}
              <Icon name="done" class="hidden size-3.5 text-accent group-has-checked:block" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
