import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  isOn: boolean;
  onTurn(isOn: boolean): void;
}

/** Something that is so, or not. */
export function Switch({ label, hint, isOn, onTurn }: Props) {
  const id = useId();
  return (
    <div class="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => onTurn(event.currentTarget.checked)}
        class="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:mt-0 pointer-coarse:size-6"
      />
      <div>
        <label for={id} class="block text-sm font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-note`} class="mt-0.5 text-xs text-pretty text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
