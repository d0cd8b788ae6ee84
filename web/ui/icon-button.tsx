import type { ButtonHTMLAttributes } from 'preact';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import { words } from './words.ts';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'label' | 'icon'> {
  icon: IconName;
  /** The action's name, for the tooltip and screen readers. */
  label: string;
  /** The shortcut for the same action, shown in the tooltip. */
  keyHint?: string | undefined;
}

export function IconButton({ icon, label, keyHint, class: extra, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keyHint}
      title={keyHint ? words.withKey({ label, key: keyHint }) : label}
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
