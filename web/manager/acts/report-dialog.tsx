import { REPORT_NOTE_MAX } from '@foyer/domain/limits';
import type { ReportReason } from '@foyer/domain/report';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../notice/notice.ts';
import { problemSentence } from '../problem-words.ts';
import { words } from '../words.ts';
import { AboutSubject } from './about-subject.tsx';
import type { Asking } from './act.ts';
import { reportConversation } from './report-conversation.ts';

const REASONS: readonly { reason: ReportReason; name: string }[] = [
  { reason: 'spam', name: words.reasonSpam },
  { reason: 'abuse', name: words.reasonAbuse },
  { reason: 'threat', name: words.reasonThreat },
  { reason: 'other', name: words.reasonOther },
];

export interface Props extends Asking {
  /** Also blocks the visitor and moves the conversation to spam. */
  onShutOut(): void;
}

/** Reports to the host of the site, and optionally blocks the visitor in the same step. */
export function ReportDialog({ conversations, workspace, onClose, onShutOut }: Props) {
  const id = useId();
  const reason = useSignal<ReportReason | null>(null);
  const note = useSignal('');
  const isShutting = useSignal(true);
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const isShut = conversations.every(({ isBlocked, tray }) => isBlocked && tray === 'spam');
  const count = conversations.length;

  const send = async () => {
    if (isBusy.value) return;
    if (reason.value === null) {
      fault.value = words.reasonMissing;
      return;
    }
    isBusy.value = true;
    fault.value = null;
    try {
      for (const { id } of conversations) await reportConversation(workspace.proof, id, reason.value, note.value);
    } catch (problem) {
      fault.value = problemSentence(problem);
      isBusy.value = false;
      return;
    }
    onClose();
    if (isShut || !isShutting.value) say(words.reported);
    else onShutOut();
  };

  return (
    <Dialog label={words.reportLabel({ count })} isWide onClose={onClose}>
      <form
        class="p-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 class="text-base font-semibold text-pretty [overflow-wrap:anywhere]">
          <AboutSubject message={words.reportTitle} conversations={conversations} />
        </h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">{words.reportNote}</p>
        <fieldset class="mt-4">
          <legend class="mb-1 text-sm font-medium">{words.reportReason}</legend>
          <div class="grid grid-cols-2 gap-x-4">
            {REASONS.map(({ reason: value, name }) => (
              <label key={value} class="flex min-h-8 items-center gap-2.5 text-base pointer-coarse:min-h-11">
                <input
                  type="radio"
                  name="reason"
                  value={value}
                  checked={reason.value === value}
                  onChange={() => {
                    reason.value = value;
                    fault.value = null;
                  }}
                  class="size-4 shrink-0 accent-accent"
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <label for={id} class="mt-4 mb-1.5 block text-sm font-medium">
          {words.reportOwnNote}
        </label>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          maxLength={REPORT_NOTE_MAX}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
          class="block w-full resize-none rounded-lg border border-edge bg-raised px-3 py-2 text-md outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent"
        />
        {!isShut && (
          <label class="mt-4 flex min-h-8 items-center gap-2.5 text-base pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={isShutting.value}
              onChange={(event) => {
                isShutting.value = event.currentTarget.checked;
              }}
              class="size-4 shrink-0 accent-accent"
            />
            {words.reportAlsoBlock({ count })}
          </label>
        )}
        <p role="alert" class="mt-3 text-sm text-pretty text-danger empty:hidden">
          {fault.value}
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" disabled={isBusy.value}>
            {isBusy.value ? words.sending : words.report}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
