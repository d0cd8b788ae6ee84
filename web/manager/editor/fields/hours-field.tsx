import type { Draft } from '@foyer/domain/profile';
import { classes } from '../../../ui/classes.ts';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editor-context.ts';
import { controlLook, FieldFrame, fieldId } from './field-frame.tsx';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const USUAL = { from: '09:00', to: '17:00' } as const;

type Hours = NonNullable<Draft['hours']>;

/** Office hours: a row for each day. */
export function HoursField() {
  const { editor } = useEditing();
  const { hours = [], timeZone } = editor.draft.value;
  const change = (path: string, next: Hours, isTyped = false) =>
    editor.edit(
      path,
      (draft) => withField(draft, 'hours', next.length === 0 ? undefined : next.toSorted((one, other) => one.day - other.day)),
      isTyped,
    );
  return (
    <FieldFrame
      path="hours"
      label="Office hours"
      isGroup
      hint={hours.length > 0 && !timeZone ? 'They appear once there is a time zone above.' : 'When you are usually there.'}
    >
      <ul class="flex flex-col gap-1">
        {DAYS.map((name, index) => {
          const day = index + 1;
          const row = hours.find((stretch) => stretch.day === day);
          const path = `hours.${day}`;
          return (
            <li key={day}>
              <div class="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-12">
                <label class="flex min-w-28 grow items-center gap-2.5 pointer-coarse:min-h-11">
                  <input
                    type="checkbox"
                    checked={row !== undefined}
                    class="size-4 accent-accent pointer-coarse:size-6"
                    onChange={(event) => {
                      const others = hours.filter((stretch) => stretch.day !== day);
                      const usual = hours.at(-1) ?? USUAL;
                      change(path, event.currentTarget.checked ? [...others, { day, from: usual.from, to: usual.to }] : others);
                    }}
                  />
                  {name}
                </label>
                {row && (
                  <>
                    <Clock
                      path={`${path}.from`}
                      label={`${name}, from`}
                      value={row.from}
                      onType={(from) =>
                        change(
                          path,
                          hours.map((stretch) => (stretch.day === day ? { ...stretch, from } : stretch)),
                          true,
                        )
                      }
                    />
                    <span aria-hidden="true">–</span>
                    <Clock
                      path={path}
                      label={`${name}, to`}
                      value={row.to}
                      onType={(to) =>
                        change(
                          path,
                          hours.map((stretch) => (stretch.day === day ? { ...stretch, to } : stretch)),
                          true,
                        )
                      }
                    />
                  </>
                )}
              </div>
              <DayFault path={path} />
            </li>
          );
        })}
      </ul>
    </FieldFrame>
  );
}

function DayFault({ path }: { path: string }) {
  const fault = useEditing().editor.faults.value[path];
  return fault ? <p class="text-sm text-danger">{fault}</p> : null;
}

function Clock({ path, label, value, onType }: { path: string; label: string; value: string; onType(value: string): void }) {
  return (
    <input
      id={fieldId(path)}
      type="time"
      aria-label={label}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
      class={classes(controlLook(false), 'h-8 w-auto! px-2 tabular-nums [&::-webkit-calendar-picker-indicator]:hidden')}
    />
  );
}
