import type { Settings } from '@foyer/domain/settings';
import { useId } from 'preact/hooks';
import { SavingNote } from './saving-note.tsx';
import { useSaving } from './use-saving.ts';

interface Props<T extends string> {
  label: string;
  help: string;
  value: T;
  options: readonly (readonly [value: T, name: string, help: string])[];
  chosen(value: T): Partial<Settings>;
}

/** A setting with a few values, each with a sentence. */
export function ChoiceSetting<T extends string>({ label, help, value, options, chosen }: Props<T>) {
  const id = useId();
  const { saving, save } = useSaving();
  return (
    <fieldset aria-describedby={`${id}-help`} class="min-w-0 px-4 py-4 two:px-5">
      <legend class="float-start text-base font-medium">{label}</legend>
      <span class="ms-3">
        <SavingNote saving={saving} />
      </span>
      <p id={`${id}-help`} class="clear-both mt-0.5 max-w-[60ch] text-sm text-pretty text-soft">
        {help}
      </p>
      <div class="mt-3 -ms-2 grid gap-x-4 two:grid-cols-2">
        {options.map(([option, name, about]) => (
          <label key={option} class="flex cursor-pointer items-start gap-3 rounded-lg p-2 hover:bg-hover">
            <input
              type="radio"
              name={id}
              value={option}
              checked={option === value}
              aria-describedby={`${id}-${option}`}
              onChange={() => save(chosen(option))}
              class="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-6"
            />
            <span class="min-w-0">
              <span class="block text-base font-medium">{name}</span>
              <span id={`${id}-${option}`} class="block text-sm text-pretty text-soft">
                {about}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
