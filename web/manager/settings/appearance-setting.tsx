import type { Appearance } from '@foyer/domain/settings';
import { useId } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { useWorkspace } from '../workspace/context.ts';
import { SavingNote } from './kit/saving-note.tsx';
import { useSaving } from './kit/use-saving.ts';
import { words } from './words.ts';

const OPTIONS: readonly (readonly [Appearance, string])[] = [
  ['system', words.system],
  ['light', words.light],
  ['dark', words.dark],
];

/** Light, dark or the system's, as small pictures. The dashboard follows the settings, so a choice shows immediately. */
export function AppearanceSetting() {
  const id = useId();
  const { appearance } = useWorkspace().settings.value;
  const { saving, save } = useSaving();
  return (
    <fieldset aria-describedby={`${id}-help`} class="min-w-0 px-4 py-4 two:px-5">
      <legend class="float-start text-base font-medium">{words.appearance}</legend>
      <span class="ms-3">
        <SavingNote saving={saving} />
      </span>
      <p id={`${id}-help`} class="clear-both mt-0.5 text-sm text-pretty text-soft">
        {words.appearanceHelp}
      </p>
      <div class="mt-4 grid max-w-md grid-cols-3 gap-3 two:gap-4">
        {OPTIONS.map(([option, name]) => (
          <label key={option} class="group relative flex cursor-pointer flex-col gap-2">
            <input
              type="radio"
              name={id}
              value={option}
              checked={option === appearance}
              onChange={() => save({ appearance: option })}
              class="peer absolute inset-0 cursor-pointer opacity-0"
            />
            <span class="overflow-clip rounded-lg border border-edge peer-checked:border-accent peer-checked:outline-1 peer-checked:outline-accent peer-checked:outline-solid peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-focus-visible:outline-solid">
              <Miniature appearance={option} />
            </span>
            <span class="text-center text-sm text-pretty text-soft peer-checked:font-medium peer-checked:text-ink">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A thread in the colours of an appearance; the system's has both. */
function Miniature({ appearance }: { appearance: Appearance }) {
  const isSplit = appearance === 'system';
  return (
    <svg viewBox="0 0 96 60" class="block w-full" aria-hidden="true">
      <Thread isDark={appearance === 'dark'} />
      {isSplit && (
        <g class="miniature-half">
          <Thread isDark />
        </g>
      )}
    </svg>
  );
}

function Thread({ isDark }: { isDark: boolean }) {
  return (
    <g class={classes('miniature', isDark && 'miniature-dark')}>
      <rect width="96" height="60" class="canvas" />
      <rect x="26" width="70" height="60" class="paper" />
      <rect x="6" y="8" width="14" height="4" rx="2" class="line" />
      <rect x="6" y="16" width="10" height="4" rx="2" class="line" />
      <rect x="34" y="10" width="30" height="10" rx="5" class="bubble" />
      <rect x="58" y="26" width="30" height="10" rx="5" class="accent" />
      <rect x="34" y="46" width="54" height="7" rx="3.5" class="bubble" />
    </g>
  );
}
