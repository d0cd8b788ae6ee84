import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { grow } from '../../../lib/grow.ts';
import { classes } from '../../../ui/classes.ts';
import { fieldId } from '../editing/field-id.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';

interface Props {
  path: string;
  label: string;
  value: string | undefined;
  max: number;
  onType(value: string): void;
  /** At least so many lines; one line of text where it is not given. It grows with what is written. */
  lines?: number;
  hint?: ComponentChildren;
  placeholder?: string;
  /** An address, and no text: not spelt, not capitalised. */
  isAddress?: boolean;
  /** What is wrong with it, as far as this browser can tell. */
  fault?: string | null;
  /** The cursor has left it. */
  onLeave?(): void;
}

/** From here on it is said how much room is left. */
const NEARLY_FULL = 0.8;

/** Words of the page. */
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
  return <span class="tabular-nums">{count === 0 ? 'This is as much as fits.' : `Room for ${count} more.`}</span>;
}
