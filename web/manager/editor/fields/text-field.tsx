import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { grow } from '../../../lib/grow.ts';
import { classes } from '../../../ui/classes.ts';
import { fieldId } from '../editing/field-id.ts';
import { words } from '../words.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';

interface Props {
  path: string;
  label: string;
  value: string | undefined;
  max: number;
  onType(value: string): void;
  /** The least number of lines; it grows with the text. Without it, the field is a single line. */
  lines?: number;
  hint?: ComponentChildren;
  placeholder?: string;
  /** For addresses: left to right, not spell-checked, not capitalised. */
  isAddress?: boolean;
  /** A fault that the browser found. */
  fault?: string | null;
  /** Called when the field loses focus. */
  onLeave?(): void;
}

/** From this share of the limit on, the characters left are shown. */
const NEARLY_FULL = 0.8;

/** A text of the page. */
export function TextField({
  path,
  label,
  value = '',
  max,
  onType,
  lines,
  hint,
  placeholder,
  isAddress = false,
  fault = null,
  onLeave,
}: Props) {
  const isWrong = (useFault(path) ?? fault) !== null;
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [value]);
  const left = value.length > max * NEARLY_FULL ? max - value.length : null;
  const input = {
    id: fieldId(path),
    value,
    maxLength: max,
    dir: isAddress ? 'ltr' : 'auto',
    placeholder,
    'aria-invalid': isWrong ? true : undefined,
    'aria-describedby': `${fieldId(path)}-note`,
    spellcheck: isAddress ? false : undefined,
    autocapitalize: isAddress ? ('none' as const) : undefined,
    inputMode: isAddress ? ('url' as const) : undefined,
    onBlur: onLeave,
  } as const;
  return (
    <FieldFrame path={path} label={label} hint={left === null ? hint : <Left count={left} />} fault={fault}>
      {lines === undefined ? (
        <input
          type="text"
          autocomplete="off"
          {...input}
          class={classes(controlLook(isWrong), 'h-9')}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      ) : (
        <textarea
          ref={area}
          rows={lines}
          {...input}
          class={classes(controlLook(isWrong), 'max-h-96 resize-none py-1.5 [field-sizing:content]')}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

function Left({ count }: { count: number }) {
  return <span class="tabular-nums">{words.charactersLeft({ count })}</span>;
}
