import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { locale } from '../../lib/language.ts';
import { latinKey } from '../../lib/latin-key.ts';
import { isSameDay } from '../../lib/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CutSentence } from '../conversations/cut-sentence.tsx';
import { displayName } from '../conversations/visitor-name.ts';
import { words } from '../words.ts';
import type { Asking } from './act.ts';
import { OtherTime } from './other-time.tsx';
import { snoozeTimes } from './snooze-times.ts';

export interface Props extends Omit<Asking, 'workspace'> {
  onChoose(untilMs: number): void;
  onWake?(): void;
}

const WAKE_KEY = '0';

/** Asks for a time: a press, a digit or words. Letters typed anywhere in the dialog go to the text field. */
export function SnoozeDialog({ conversations, onClose, onChoose, onWake }: Props) {
  const nowMs = Date.now();
  const times = snoozeTimes(nowMs);
  const [first] = conversations;
  const name = first ? displayName(first).text : '';
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
    <Dialog label={words.snooze} onClose={onClose} onKeyDown={press}>
      <div class="p-2">
        <h2 class="flex min-w-0 px-3 pt-3 pb-2 text-sm text-soft">
          <CutSentence message={words.snoozeTitle} values={{ count: conversations.length, name }} class="font-medium text-ink" />
        </h2>
        {times.map(({ key, name, atMs }) => (
          <Choice key={key} icon="clock" keyHint={key} name={name} onClick={() => choose(() => onChoose(atMs))}>
            <time dateTime={new Date(atMs).toISOString()}>{timeOf(atMs, nowMs)}</time>
          </Choice>
        ))}
        {onWake && <Choice icon="return" keyHint={WAKE_KEY} name={words.unsnooze} onClick={() => choose(onWake)} />}
        <OtherTime onChoose={(atMs) => choose(() => onChoose(atMs))} />
        <p class="px-3 pt-3 pb-2 text-xs text-pretty text-soft">{words.snoozeNote({ count: conversations.length })}</p>
      </div>
    </Dialog>
  );
}

/** With its day, unless that is today. */
function timeOf(atMs: number, nowMs: number): string {
  const day = isSameDay(atMs, nowMs) ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(atMs);
}

interface ChoiceProps {
  icon: 'clock' | 'return';
  keyHint: string;
  name: string;
  onClick(): void;
  children?: ComponentChildren;
}

/** The arrow keys move between the choices, as in a menu. */
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
      class="flex min-h-10 w-full items-center gap-3 rounded-lg px-3 text-start text-base hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-12"
    >
      <Icon name={icon} class="shrink-0 text-soft" />
      {name}
      <span class="ms-auto shrink-0 text-sm text-soft tabular-nums">{children}</span>
      <kbd class="w-3 text-center font-sans text-xs text-soft pointer-coarse:hidden">{keyHint}</kbd>
    </button>
  );
}
