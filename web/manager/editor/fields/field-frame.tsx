import type { ComponentChildren } from 'preact';
import { classes } from '../../../ui/classes.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';

export function useFault(path: string): string | null {
  return useEditing().editor.faults.value[path] ?? null;
}

interface Props {
  /** The field's key in `faults`. */
  path: string;
  label: string;
  hint?: ComponentChildren;
  /** A fault that the browser found; one from the server comes first. */
  fault?: string | null;
  /** Whether the field is several controls: then the label names the group. */
  isGroup?: boolean;
  children: ComponentChildren;
}

/** A field with its label, and below it its hint or its fault. */
export function FieldFrame({ path, label, hint, fault: own = null, isGroup = false, children }: Props) {
  const fault = useFault(path) ?? own;
  const note = fault ?? hint;
  return (
    <div
      class="flex flex-col gap-1.5"
      data-field={path}
      {...(isGroup ? { role: 'group', 'aria-labelledby': `${fieldId(path)}-name` } : {})}
    >
      {isGroup ? (
        <span id={`${fieldId(path)}-name`} class="text-sm font-medium">
          {label}
        </span>
      ) : (
        <label for={fieldId(path)} class="text-sm font-medium">
          {label}
        </label>
      )}
      {children}
      <div
        id={`${fieldId(path)}-note`}
        aria-live="polite"
        class={classes('text-pretty empty:-mt-1.5', fault ? 'text-sm text-danger' : 'text-xs text-soft')}
      >
        {note}
      </div>
    </div>
  );
}

export function controlLook(isWrong: boolean): string {
  return `w-full min-w-0 rounded-lg border bg-raised px-3 text-base outline-none placeholder:text-soft focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:min-h-11 ${isWrong ? 'border-danger' : 'border-edge'}`;
}
