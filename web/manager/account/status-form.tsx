import { PRESENCE_STATUS_MAX } from '@foyer/domain/manager-presence';
import { lineFault, normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import type { Status } from '../presence/keep-presence.ts';
import { faultSentence } from '../problem-words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { STATUS_ENDS, type StatusEnd, statusEnd } from './status-ends.ts';
import { words } from './words.ts';

const END_WORDS: Readonly<Record<StatusEnd, string>> = {
  never: words.endsNever,
  'in-hour': words.endsInHour,
  'in-four-hours': words.endsInFourHours,
  today: words.endsToday,
  'this-week': words.endsThisWeek,
  at: words.endsAt,
};

const FIELD =
  'h-9 w-full rounded-lg border border-edge bg-paper px-2.5 text-sm placeholder:text-soft focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:h-11';

/** Changes the status. It stays open until that is stored. */
export function StatusForm({ shown, onClose }: { shown: Status | null; onClose(): void }) {
  const { setStatus } = useWorkspace().presence;
  const id = useId();
  const text = useSignal(shown?.text ?? '');
  const end = useSignal<StatusEnd>('never');
  const typed = useSignal('');
  const fault = useSignal('');

  const store = (status: Status | null) => {
    fault.value = '';
    // The form stays until it is stored. Offline, that is later.
    setStatus(status).then(onClose, () => {
      fault.value = words.statusFailed;
    });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const line = normaliseLine(text.value, PRESENCE_STATUS_MAX);
    if (line === '') return store(null);
    const wrong = lineFault(line, PRESENCE_STATUS_MAX);
    const until = statusEnd(end.value, typed.value, Date.now());
    if (wrong) fault.value = faultSentence(wrong);
    else if (until === undefined) fault.value = words.endMissing;
    else store({ text: line, until });
  };
  return (
    <form onSubmit={submit} class="flex flex-col gap-2.5 pt-1.5 pb-1 text-sm">
      <input
        class={FIELD}
        dir="auto"
        aria-label={words.status}
        aria-describedby={`${id}-note`}
        placeholder={words.statusExample}
        maxLength={PRESENCE_STATUS_MAX}
        autocomplete="off"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <label class="flex items-center gap-2.5">
        <span class="shrink-0 text-soft">{words.statusEnds}</span>
        <select
          class={classes(FIELD, 'min-w-0')}
          value={end.value}
          onChange={({ currentTarget }) => {
            end.value = currentTarget.value as StatusEnd;
          }}
        >
          {STATUS_ENDS.map((option) => (
            <option key={option} value={option}>
              {END_WORDS[option]}
            </option>
          ))}
        </select>
      </label>
      {end.value === 'at' && (
        <input
          type="datetime-local"
          class={FIELD}
          aria-label={words.endsAt}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      )}
      <p id={`${id}-note`} role="status" class={classes('text-xs text-pretty', fault.value ? 'text-danger' : 'text-soft')}>
        {fault.value || words.statusNote}
      </p>
      <div class="flex gap-2">
        <Button type="submit" kind="primary">
          {words.save}
        </Button>
        {shown && (
          <Button kind="quiet" onClick={() => store(null)}>
            {words.clear}
          </Button>
        )}
      </div>
    </form>
  );
}
