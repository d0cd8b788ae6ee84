import type { Settings } from '@foyer/domain/settings';
import { useId } from 'preact/hooks';
import { Icon } from '../../../ui/icon.tsx';
import { Setting } from './setting.tsx';
import { useSaving } from './use-saving.ts';

interface Props<T extends string> {
  label: string;
  help: string;
  value: T;
  options: readonly (readonly [value: T, name: string])[];
  chosen(value: T): Partial<Settings>;
  /** Why it has no effect now. */
  note?: string | null | undefined;
}

/** A setting with a few values, in a list that opens. */
export function SelectSetting<T extends string>({ label, help, value, options, chosen, note }: Props<T>) {
  const id = useId();
  const { saving, save } = useSaving();
  return (
    <Setting
      id={id}
      label={label}
      help={help}
      saving={saving}
      isWide
      control={
        <span class="relative shrink-0">
          <select
            id={id}
            value={value}
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget }) => save(chosen(currentTarget.value as T))}
            class="h-9 max-w-44 appearance-none truncate rounded-lg border border-edge bg-raised ps-3 pe-8 text-base focus-visible:-outline-offset-1 pointer-coarse:h-11"
          >
            {options.map(([option, name]) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </select>
          <Icon name="more" class="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-soft" />
        </span>
      }
    >
      {note && (
        <p role="status" class="mt-3 text-sm text-pretty text-danger">
          {note}
        </p>
      )}
    </Setting>
  );
}
