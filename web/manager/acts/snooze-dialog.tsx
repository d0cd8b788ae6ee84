import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { latinKey } from '../../lib/latin-key.ts';
import { clockTime, isSameDay } from '../../lib/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Asking } from './act.ts';
import { OtherTime } from './other-time.tsx';
import { snoozeTimes } from './snooze-times.ts';
import { Subject } from './subject.tsx';

interface Props extends Omit<Asking, 'workspace'> {
  onChoose(untilMs: number): void;
  onWake?(): void;
}

const WAKE_KEY = '0';

/** Until when: by one press, by a digit, or by words, which go to their field from anywhere in the dialog. */
export function SnoozeDialog({ conversations, onClose, onChoose, onWake }: Props) {
  const nowMs = Date.now();
  const times = snoozeTimes(nowMs);
  const choose = (act: () => void) => {
    onClose();
    act();
  };
  const press = (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = latinKey(event);
    const time = times.find((one) => one.key === key);
    if (time) choose(() => onChoose(time.atMs));
    else if (key === WAKE_KEY && onWake) choose(onWake);
    else {
      if (/^\p{L}$/u.test(event.key)) event.currentTarget.querySelector('input')?.focus();
      return;
    }
    event.preventDefault();
  };
  return (
    <Dialog label="Snooze" onClose={onClose} onKeyDown={press}>
      <div class="p-2">
        <h2 class="flex min-w-0 gap-[0.3em] px-3 pt-3 pb-2 text-sm whitespace-nowrap text-soft">
          Snooze <Subject conversations={conversations} class="font-medium text-ink" /> until
        </h2>
        {times.map(({ key, name, atMs }) => (
          <Choice key={key} icon="clock" keyHint={key} name={name} onClick={() => choose(() => onChoose(atMs))}>
            {!isSameDay(atMs, nowMs) &&
              `${new Date(atMs).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, `}
            {clockTime(atMs)}
          </Choice>
        ))}
        {onWake && <Choice icon="return" keyHint={WAKE_KEY} name="Unsnooze" onClick={() => choose(onWake)} />}
        <OtherTime onChoose={(atMs) => choose(() => onChoose(atMs))} />
        <p class="px-3 pt-3 pb-2 text-xs text-pretty text-soft">It returns early if they write.</p>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  icon: 'clock' | 'return';
  keyHint: string;
  name: string;
  onClick(): void;
  children?: ComponentChildren;
}

/** The arrows go from one to the next, as in a menu. */
function Choice({ icon, keyHint, name, onClick, children }: ChoiceProps) {
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
      aria-keyshortcuts={keyHint}
      class="flex h-10 w-full items-center gap-3 rounded-lg px-3 text-base hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-12"
    >
      <Icon name={icon} class="shrink-0 text-soft" />
      {name}
      <span class="ml-auto text-sm text-soft tabular-nums">{children}</span>
      <kbd class="w-3 text-center font-sans text-xs text-soft pointer-coarse:hidden">{keyHint}</kbd>
    </button>
  );
}
