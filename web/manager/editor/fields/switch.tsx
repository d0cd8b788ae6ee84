import { useId } from 'preact/hooks';
import { fieldId } from '../editing/field-id.ts';

interface Props {
  label: string;
  /** The field's key, if something leads to it. */
  path?: string;
  hint?: string;
  isOn: boolean;
  onTurn(isOn: boolean): void;
}

/** A setting that is on or off. */
export function Switch({ label, path, hint, isOn, onTurn }: Props) {
  const own = useId();
  const id = path === undefined ? own : fieldId(path);
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
