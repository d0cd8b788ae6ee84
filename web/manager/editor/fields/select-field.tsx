import type { ComponentChildren } from 'preact';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { fieldId } from '../editing/field-id.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';

interface Props {
  path: string;
  label: string;
  value: string;
  onChoose(value: string): void;
  hint?: ComponentChildren;
  children: ComponentChildren;
}

/** A choice of many options, in a list that opens. */
export function SelectField({ path, label, value, onChoose, hint, children }: Props) {
  const isWrong = useFault(path) !== null;
  return (
    <FieldFrame path={path} label={label} hint={hint}>
      <div class="relative">
        <select
          id={fieldId(path)}
          value={value}
          aria-describedby={`${fieldId(path)}-note`}
          onChange={(event) => onChoose(event.currentTarget.value)}
          class={classes(controlLook(isWrong), 'h-9 appearance-none truncate pe-8')}
        >
          {children}
        </select>
        <Icon name="more" class="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-soft" />
      </div>
    </FieldFrame>
  );
}
