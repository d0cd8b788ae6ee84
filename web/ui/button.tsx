import type { ButtonHTMLAttributes } from 'preact';
import { classes } from './classes.ts';

const KINDS = {
  primary: 'bg-accent text-on-accent font-medium hover:opacity-90 px-3.5',
  plain: 'border border-line bg-paper font-medium hover:bg-hover px-3',
  danger: 'bg-danger text-on-danger font-medium hover:opacity-90 px-3.5',
  quiet: 'text-soft hover:text-ink hover:bg-hover px-2.5',
} as const;

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: keyof typeof KINDS;
}

/** 32 px high, 44 px for touch. */
export function Button({ kind = 'plain', class: extra, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      class={classes(
        'inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-lg text-sm whitespace-nowrap transition-[background-color,opacity] duration-150 disabled:opacity-50 pointer-coarse:h-11',
        KINDS[kind],
        typeof extra === 'string' && extra,
      )}
      {...rest}
    />
  );
}
