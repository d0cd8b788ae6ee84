import type { ButtonHTMLAttributes } from 'preact';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'label' | 'icon'> {
  icon: IconName;
  /** What it does, for the tooltip and for those who do not see it. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  keyHint?: string | undefined;
}

/** A button that is only a picture. */
export function IconButton({ icon, label, keyHint, class: extra, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keyHint}
      title={keyHint ? `${label} (${keyHint})` : label}
      class={classes(
        'inline-grid size-8 shrink-0 place-items-center rounded-lg text-soft transition-colors duration-150 hover:bg-hover hover:text-ink pointer-coarse:size-11',
        typeof extra === 'string' && extra,
      )}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
