import { useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, name: string])[];
  onChoose(value: T): void;
}

/** A choice of a few options, next to each other; in rows where they need more room. */
export function Choice<T extends string>({ label, value, options, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="min-w-0">
      <legend class="mb-1.5 text-sm font-medium">{label}</legend>
      <div class="flex flex-wrap rounded-lg bg-hover p-0.5 dark:bg-canvas">
        {options.map(([option, optionName]) => (
          <label
            key={option}
            class="relative flex min-h-7 min-w-0 grow cursor-pointer items-center justify-center rounded-md px-2 text-sm text-soft has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-edge has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-10"
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChoose(option)}
              class="absolute inset-0 cursor-pointer opacity-0"
            />
            <span class="text-center break-words">{optionName}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
