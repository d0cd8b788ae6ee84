import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { Button } from '../../ui/button.tsx';
import { momentName } from '../conversations/moment-name.ts';
import { words } from '../words.ts';
import { TYPED_LENGTH_MAX } from './typed-length.ts';
import type { TypedTime } from './typed-time.ts';

/** What differs between choosing until when and from when. */
export interface TimeWords {
  submit: string;
  tooFar: string;
  means(values: { moment: string }): string;
  /** How far ahead a time can be, in ms; absent if any typed time will do. */
  aheadMs?: number;
}

const FIELD =
  'h-9 w-full min-w-0 rounded-lg border border-edge bg-raised px-3 text-sm outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:h-12';

/** A time typed in words, or picked from the browser's calendar. Each field shows the value of the other. */
export function OtherTime({ words: own, onChoose }: { words: TimeWords; onChoose(atMs: number): void }) {
  const faults = { unclear: words.typedTimeUnclear, past: words.typedTimePast, 'too-far': own.tooFar } as const;
  const id = useId();
  const typed = useSignal('');
  const time = useSignal<TypedTime | null>(null);
  const isRefused = useSignal(false);
  const nowMs = Date.now();
  // The words of typed times are loaded when the dialog opens.
  const parser = useMemo(() => untilLoaded(() => import('./typed-time.ts')), []);
  const read = async (text: string) => {
    typed.value = text;
    const { typedTime } = await parser;
    // What it means changes at once: a screen reader would hear an empty text in between.
    if (typed.peek() === text) set(text.trim() === '' ? null : typedTime(text, Date.now()), text);
  };
  const set = (next: TypedTime | null, text: string) => {
    typed.value = text;
    const isTooFar = next && 'atMs' in next && own.aheadMs !== undefined && next.atMs > Date.now() + own.aheadMs;
    time.value = isTooFar ? { fault: 'too-far' } : next;
    isRefused.value = false;
  };
  const atMs = time.value && 'atMs' in time.value ? time.value.atMs : null;
  const fault = time.value && 'fault' in time.value ? faults[time.value.fault] : null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (typed.peek() !== '') await parser;
    const chosen = time.peek();
    if (chosen && 'atMs' in chosen && chosen.atMs > Date.now()) onChoose(chosen.atMs);
    else isRefused.value = true;
  };
  return (
    <form noValidate onSubmit={submit} class="mt-2 border-t border-line px-3 pt-3">
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {words.anotherTime}
      </label>
      <input
        id={id}
        value={typed.value}
        maxlength={TYPED_LENGTH_MAX}
        placeholder={words.typedTimeExample}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={`${id}-means`}
        onInput={({ currentTarget: { value } }) => read(value)}
        class={`${FIELD} placeholder:text-soft`}
      />
      <div class="mt-2 flex gap-2">
        <input
          type="datetime-local"
          aria-label={words.dateAndTime}
          min={localTime(nowMs)}
          value={atMs === null ? '' : localTime(atMs)}
          onChange={({ currentTarget: { value } }) => set(value === '' ? null : pickedTime(value), '')}
          class={FIELD}
        />
        <Button kind="primary" type="submit" class="h-9 pointer-coarse:h-12!">
          {own.submit}
        </Button>
      </div>
      <p id={`${id}-means`} aria-live="polite" class={`mt-1.5 min-h-5 text-sm ${isRefused.value ? 'text-danger' : 'text-soft'}`}>
        {atMs === null ? (fault ?? (isRefused.value ? faults.unclear : '')) : own.means({ moment: momentName(atMs, nowMs) })}
      </p>
    </form>
  );
}

function pickedTime(value: string): TypedTime {
  const atMs = new Date(value).getTime();
  if (Number.isNaN(atMs)) return { fault: 'unclear' };
  return atMs > Date.now() ? { atMs } : { fault: 'past' };
}

/** In the format of the browser's own field, in its zone: `2026-12-12T09:00`. */
function localTime(ms: number): string {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
