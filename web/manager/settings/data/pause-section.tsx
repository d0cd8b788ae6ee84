import { dayAt } from '@foyer/domain/days';
import { PAGE_SECONDS, PAUSE_DAYS_MAX, PAUSE_SENTENCE_MAX } from '@foyer/domain/page-state';
import { useSignal } from '@preact/signals';
import { locale } from '../../../lib/language.ts';
import { dayName } from '../../../public-page/day-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormFault } from '../../auth/form-parts.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { Block } from '../kit/block.tsx';
import { pageActs } from './page-acts.ts';
import { useAct } from './use-act.ts';
import { words } from './words.ts';

const DAY_MS = 24 * 3600_000;

/** The day so many days from now, in this browser's zone. */
const dayAhead = (days: number) => dayAt(Date.now() + days * DAY_MS, Intl.DateTimeFormat().resolvedOptions().timeZone);

export function PauseSection() {
  const { page, proof } = useWorkspace();
  const pause = page.value?.pause ?? null;
  const sentence = useSignal(pause?.sentence ?? '');
  const backOn = useSignal(pause?.backOn ?? '');
  const { isBusy, fault, run } = useAct();
  return (
    <Block title={words.pauseTitle} about={words.pauseAbout}>
      <p role="status" class={pause ? 'mb-4 text-base font-medium' : undefined}>
        {pause && (pause.backOn === null ? words.pausedOpen : words.pausedUntil({ date: dayName(pause.backOn, locale) }))}
      </p>
      <FormFault fault={fault} />
      <form
        noValidate
        class="max-w-md"
        onSubmit={(event) => {
          event.preventDefault();
          run(() => pageActs.pause(proof, { sentence: sentence.value, backOn: backOn.value }));
        }}
      >
        <Field
          label={words.sentence}
          name="sentence"
          autocomplete="off"
          maxLength={PAUSE_SENTENCE_MAX}
          hint={words.sentenceHint}
          value={sentence.value}
          onInput={(event) => {
            sentence.value = event.currentTarget.value;
          }}
        />
        <Field
          label={words.backOn}
          type="date"
          name="backOn"
          autocomplete="off"
          min={dayAhead(1)}
          max={dayAhead(PAUSE_DAYS_MAX)}
          hint={words.backOnHint}
          value={backOn.value}
          onInput={(event) => {
            backOn.value = event.currentTarget.value;
          }}
        />
        <div class="flex flex-wrap gap-2">
          <Button type="submit" disabled={isBusy}>
            {pause ? words.changePause : words.pause}
          </Button>
          {pause && (
            <Button disabled={isBusy} onClick={() => run(() => pageActs.endPause(proof))}>
              {words.endPause}
            </Button>
          )}
        </div>
      </form>
      <p class="mt-3 text-sm text-pretty text-soft">{words.canTake({ minutes: PAGE_SECONDS / 60 })}</p>
    </Block>
  );
}
