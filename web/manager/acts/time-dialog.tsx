import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { locale } from '../../lib/language.ts';
import { latinKey } from '../../lib/latin-key.ts';
import { isSameDay } from '../../lib/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OtherTime, type TimeWords } from './other-time.tsx';
import { snoozeTimes } from './snooze-times.ts';

/** Another choice than a time. */
export interface Alternative {
  key: string;
  name: string;
  onChoose(): void;
}

export interface TimeProps {
  label: string;
  title: ComponentChildren;
  note: string;
  /** What the button for another time says, and its sentences. */
  words: TimeWords;
  alternative?: Alternative | undefined;
  /** In ms since 1970. */
  onChoose(atMs: number): void;
  onClose(): void;
}

/** Asks for a time: a press, a digit or words. Letters typed anywhere in the dialog go to the text field. */
export function TimeDialog({ label, title, note, words, alternative, onChoose, onClose }: TimeProps) {
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
    else if (alternative && key === alternative.key) choose(alternative.onChoose);
    else {
      if (/^\p{L}$/u.test(event.key)) event.currentTarget.querySelector('input')?.focus();
      return;
    }
    event.preventDefault();
  };
  return (
    <Dialog label={label} onClose={onClose} onKeyDown={press}>
      <div class="p-2">
        <h2 class="flex min-w-0 px-3 pt-3 pb-2 text-sm text-soft">{title}</h2>
        {times.map(({ key, name, atMs }) => (
          <Choice key={key} icon="clock" keyHint={key} name={name} onClick={() => choose(() => onChoose(atMs))}>
            <time dateTime={new Date(atMs).toISOString()}>{timeOf(atMs, nowMs)}</time>
          </Choice>
        ))}
        {alternative && (
          <Choice icon="return" keyHint={alternative.key} name={alternative.name} onClick={() => choose(alternative.onChoose)} />
        )}
        <OtherTime words={words} onChoose={(atMs) => choose(() => onChoose(atMs))} />
        <p class="px-3 pt-3 pb-2 text-xs text-pretty text-soft">{note}</p>
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
