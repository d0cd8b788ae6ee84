import { ALWAYS, type HoursInterval, inOrder, isAllDay, isOvernight, nextInterval } from '@foyer/domain/office-hours';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { locale } from '../../../lib/language.ts';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { words } from '../words.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';
import { sentenceCase } from './sentence-case.ts';
import { Switch } from './switch.tsx';

/** The names of the seven days, Monday first. 1 January 2024 was a Monday. */
const DAYS = Array.from({ length: 7 }, (_, index) => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return sentenceCase(format.format(Date.UTC(2024, 0, 1 + index)));
});

type Change = (path: string, intervals: HoursInterval[], isTyped?: boolean) => void;

/** Office hours: at any time, or a row for each day with up to four intervals. */
export function HoursField() {
  const { editor } = useEditing();
  const { hours = [], timeZone } = editor.draft.value;
  const isAlways = hours === ALWAYS;
  const intervals = isAlways ? [] : hours;
  // The hours before "at any time", restored when it is turned off.
  const replaced = useRef<HoursInterval[]>([]);
  const edit = (path: string, next: HoursInterval[] | typeof ALWAYS, isTyped = false) =>
    editor.edit(path, (draft) => withField(draft, 'hours', next.length === 0 ? undefined : next), isTyped);
  const needsZone = intervals.length > 0 && !timeZone;
  return (
    <FieldFrame
      path="hours"
      label={words.officeHours}
      isGroup
      hint={needsZone ? words.officeHoursNeedZone : !isAlways && words.officeHoursHint}
    >
      <Switch
        label={words.availableAnyTime}
        isOn={isAlways}
        onTurn={(isOn) => {
          if (isOn) replaced.current = intervals;
          edit('hours', isOn ? ALWAYS : replaced.current);
        }}
      />
      {!isAlways && (
        <ul class="flex flex-col gap-1">
          {DAYS.map((name, index) => (
            <DayRow key={name} name={name} day={index + 1} intervals={intervals} change={edit} />
          ))}
        </ul>
      )}
    </FieldFrame>
  );
}

interface DayProps {
  name: string;
  day: number;
  intervals: HoursInterval[];
  change: Change;
}

function DayRow({ name, day, intervals, change }: DayProps) {
  const others = intervals.filter((interval) => interval.day !== day);
  const own = intervals.filter((interval) => interval.day === day);
  const next = nextInterval(day, own);
  const set = (path: string, changed: HoursInterval[], isTyped = false) =>
    change(
      path,
      [...others, ...changed].toSorted((one, other) => one.day - other.day),
      isTyped,
    );
  const add = () => {
    if (!next) return;
    const changed = inOrder([...own, next]);
    set(`hours.${day}`, changed);
    focusOn(`hours.${day}.${changed.indexOf(next)}.from`);
  };
  const remove = (place: number) => {
    set(`hours.${day}`, own.toSpliced(place, 1));
    focusOn(`hours.${day}.${Math.max(0, place - 1)}.from`);
  };
  return (
    <li class="flex flex-wrap items-start justify-end gap-x-2 text-sm">
      <label class="flex min-h-8 min-w-25 grow items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={own.length > 0}
          class="size-4 accent-accent pointer-coarse:size-6"
          onChange={(event) => set(`hours.${day}`, event.currentTarget.checked ? like(day, intervals) : [])}
        />
        {name}
      </label>
      {own.length > 0 && (
        <div class="flex flex-col gap-1">
          {own.map((interval, place) => (
            <Interval
              key={place}
              path={`hours.${day}.${place}`}
              day={name}
              number={place + 1}
              interval={interval}
              onType={(path, times) => set(path, own.with(place, { ...interval, ...times }), true)}
            >
              {place === 0 ? (
                <IconButton icon="plus" label={words.addHours({ day: name })} disabled={!next} class="disabled:invisible" onClick={add} />
              ) : (
                <IconButton icon="close" label={words.removeHours({ interval: place + 1, day: name })} onClick={() => remove(place)} />
              )}
            </Interval>
          ))}
        </div>
      )}
    </li>
  );
}

/** The hours for a day that was just ticked: a copy of the last day of the week with hours, else a working day's. */
function like(day: number, intervals: readonly HoursInterval[]): HoursInterval[] {
  const model = intervals.at(-1)?.day;
  const copied = intervals.filter((interval) => interval.day === model).map((interval) => ({ ...interval, day }));
  const usual = nextInterval(day, []);
  return copied.length > 0 ? copied : usual ? [usual] : [];
}

interface IntervalProps {
  path: string;
  day: string;
  /** Which interval of the day, from 1. */
  number: number;
  interval: HoursInterval;
  onType(path: string, times: Partial<Pick<HoursInterval, 'from' | 'to'>>): void;
  children: ComponentChildren;
}

function Interval({ path, day, number, interval, onType, children }: IntervalProps) {
  const fault = useFault(path);
  const note = isAllDay(interval) ? words.allDay : isOvernight(interval) ? words.endsNextDay : null;
  return (
    <div>
      <div class="flex items-center justify-end gap-2">
        <Clock
          path={`${path}.from`}
          label={words.hoursFrom({ interval: number, day })}
          value={interval.from}
          isWrong={fault !== null}
          onType={(from) => onType(`${path}.from`, { from })}
        />
        <span aria-hidden="true">–</span>
        <Clock
          path={`${path}.to`}
          label={words.hoursTo({ interval: number, day })}
          value={interval.to}
          isWrong={fault !== null}
          onType={(to) => onType(`${path}.to`, { to })}
        />
        {children}
      </div>
      <p
        id={`${fieldId(path)}-note`}
        class={classes('text-end empty:hidden pe-10 pointer-coarse:pe-13', fault ? 'text-sm text-danger' : 'text-xs text-soft')}
      >
        {fault ?? note}
      </p>
    </div>
  );
}

interface ClockProps {
  path: string;
  label: string;
  value: string;
  isWrong: boolean;
  onType(value: string): void;
}

function Clock({ path, label, value, isWrong, onType }: ClockProps) {
  return (
    <input
      id={fieldId(path)}
      type="time"
      aria-label={label}
      aria-describedby={`${fieldId(path.replace(/\.(?:from|to)$/, ''))}-note`}
      aria-invalid={isWrong || undefined}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
      class={classes(controlLook(isWrong), 'h-8 w-auto! px-2 tabular-nums [&::-webkit-calendar-picker-indicator]:hidden')}
    />
  );
}

/** Focuses a field that appears with the next rendering. */
function focusOn(path: string): void {
  requestAnimationFrame(() => document.getElementById(fieldId(path))?.focus());
}
