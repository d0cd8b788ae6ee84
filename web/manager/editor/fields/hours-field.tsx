import { ALWAYS, type HoursInterval, inOrder, isAllDay, isOvernight, nextInterval } from '@foyer/domain/office-hours';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';
import { Switch } from './switch.tsx';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const ORDINALS = ['', 'second ', 'third ', 'fourth '] as const;

type Change = (path: string, intervals: HoursInterval[], isTyped?: boolean) => void;

/** Office hours: at any time, or a row for each day with up to four intervals. */
export function HoursField() {
  const { editor } = useEditing();
  const { hours = [], timeZone } = editor.draft.value;
  const isAlways = hours === ALWAYS;
  const intervals = isAlways ? [] : hours;
  // What "at any time" replaced, to return to.
  const replaced = useRef<HoursInterval[]>([]);
  const edit = (path: string, next: HoursInterval[] | typeof ALWAYS, isTyped = false) =>
    editor.edit(path, (draft) => withField(draft, 'hours', next.length === 0 ? undefined : next), isTyped);
  const needsZone = intervals.length > 0 && !timeZone;
  return (
    <FieldFrame
      path="hours"
      label="Office hours"
      isGroup
      hint={needsZone ? 'They appear after you choose a time zone above.' : !isAlways && 'When you are usually there.'}
    >
      <Switch
        label="Available at any time"
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
  /** Of the whole week. */
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
              label={`${name}, ${ORDINALS[place] ?? ''}`}
              interval={interval}
              onType={(path, times) => set(path, own.with(place, { ...interval, ...times }), true)}
            >
              {place === 0 ? (
                <IconButton icon="plus" label={`Add hours on ${name}`} disabled={!next} class="disabled:invisible" onClick={add} />
              ) : (
                <IconButton icon="close" label={`Remove the ${ORDINALS[place]}hours on ${name}`} onClick={() => remove(place)} />
              )}
            </Interval>
          ))}
        </div>
      )}
    </li>
  );
}

/** A day that is ticked gets the hours of the day that was filled in last, or a working day. */
function like(day: number, intervals: readonly HoursInterval[]): HoursInterval[] {
  const model = intervals.at(-1)?.day;
  const copied = intervals.filter((interval) => interval.day === model).map((interval) => ({ ...interval, day }));
  const usual = nextInterval(day, []);
  return copied.length > 0 ? copied : usual ? [usual] : [];
}

interface IntervalProps {
  path: string;
  /** The day, and which of its intervals: "Monday, second ". */
  label: string;
  interval: HoursInterval;
  onType(path: string, times: Partial<Pick<HoursInterval, 'from' | 'to'>>): void;
  /** What can be done with it. */
  children: ComponentChildren;
}

function Interval({ path, label, interval, onType, children }: IntervalProps) {
  const fault = useFault(path);
  const note = isAllDay(interval) ? 'All day' : isOvernight(interval) ? 'Ends the next day' : null;
  return (
    <div>
      <div class="flex items-center justify-end gap-2">
        <Clock
          path={`${path}.from`}
          label={`${label}from`}
          value={interval.from}
          isWrong={fault !== null}
          onType={(from) => onType(`${path}.from`, { from })}
        />
        <span aria-hidden="true">–</span>
        <Clock
          path={`${path}.to`}
          label={`${label}to`}
          value={interval.to}
          isWrong={fault !== null}
          onType={(to) => onType(`${path}.to`, { to })}
        />
        {children}
      </div>
      <p
        id={`${fieldId(path)}-note`}
        class={classes('text-right empty:hidden pr-10 pointer-coarse:pr-13', fault ? 'text-sm text-danger' : 'text-xs text-soft')}
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

/** A field that appears with the next rendering. */
function focusOn(path: string): void {
  requestAnimationFrame(() => document.getElementById(fieldId(path))?.focus());
}
