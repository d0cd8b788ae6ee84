import type { ComponentChildren } from 'preact';
import { clockTime } from '../../lib/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Asking } from './act.ts';
import { snoozeTimes } from './snooze-times.ts';
import { Subject } from './subject.tsx';

interface Props extends Omit<Asking, 'workspace'> {
  onChoose(untilMs: number): void;
  onWake?(): void;
}

/** Until when, in one press. */
export function SnoozeDialog({ conversations, onClose, onChoose, onWake }: Props) {
  const closing = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog label="Snooze" onClose={onClose}>
      <div class="p-2">
        <h2 class="truncate px-3 pt-3 pb-2 text-sm text-soft">
          Snooze <Subject conversations={conversations} class="font-medium text-ink" /> until
        </h2>
        {snoozeTimes(Date.now()).map(({ name, atMs }) => (
          <Choice key={name} icon="clock" name={name} onClick={closing(() => onChoose(atMs))}>
            {new Date(atMs).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, {clockTime(atMs)}
          </Choice>
        ))}
        {onWake && <Choice icon="return" name="Wake it now" onClick={closing(onWake)} />}
        <p class="px-3 pt-2 pb-2 text-xs text-pretty text-soft">It comes back sooner when its visitor writes.</p>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  icon: 'clock' | 'return';
  name: string;
  onClick(): void;
  children?: ComponentChildren;
}

/** The arrows go from one to the next, as in a menu. */
function Choice({ icon, name, onClick, children }: ChoiceProps) {
  const press = (event: KeyboardEvent) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const next =
      event.key === 'ArrowDown'
        ? event.currentTarget.nextElementSibling
        : event.key === 'ArrowUp'
          ? event.currentTarget.previousElementSibling
          : null;
    if (next instanceof HTMLButtonElement) next.focus();
  };
  return (
    <button
      type="button"
      onClick={onClick}
      onKeyDown={press}
      class="flex h-10 w-full items-center gap-3 rounded-lg px-3 text-base hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-12"
    >
      <Icon name={icon} class="shrink-0 text-soft" />
      {name}
      <span class="ml-auto text-sm text-soft tabular-nums">{children}</span>
    </button>
  );
}
