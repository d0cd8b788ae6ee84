import { REPORT_NOTE_MAX } from '@foyer/domain/limits';
import type { ReportReason } from '@foyer/domain/report';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { problemSentence } from '../auth/proof.ts';
import { say } from '../notice/notice.ts';
import type { Asking } from './act.ts';
import { reportConversation } from './report-conversation.ts';
import { Subject } from './subject.tsx';

const REASONS: readonly { reason: ReportReason; name: string }[] = [
  { reason: 'spam', name: 'Spam' },
  { reason: 'abuse', name: 'Abuse' },
  { reason: 'threat', name: 'A threat' },
  { reason: 'other', name: 'Something else' },
];

interface Props extends Asking {
  /** Also blocks the visitor and moves the conversation to spam. */
  onShutOut(): void;
}

/** Tells whoever hosts the site, and shuts the door in the same go. */
export function ReportDialog({ conversations, workspace, onClose, onShutOut }: Props) {
  const id = useId();
  const reason = useSignal<ReportReason | null>(null);
  const note = useSignal('');
  const isShutting = useSignal(true);
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const isShut = conversations.every(({ isBlocked, tray }) => isBlocked && tray === 'spam');
  const isOne = conversations.length === 1;

  const send = async () => {
    if (isBusy.value) return;
    if (reason.value === null) {
      fault.value = 'Please say first what it is.';
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
    if (isShut || !isShutting.value) say('Reported. Thank you.');
    else onShutOut();
  };

  return (
    <Dialog label={isOne ? 'Report this conversation' : 'Report these conversations'} isWide onClose={onClose}>
      <form
        class="p-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 class="flex min-w-0 gap-[0.3em] text-base font-semibold whitespace-nowrap">
          Report <Subject conversations={conversations} />
        </h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">
          Whoever hosts this site gets a reference to this conversation, your reason and your note, and none of its words.
        </p>
        <fieldset class="mt-4">
          <legend class="mb-1 text-sm font-medium">What is it?</legend>
          <div class="grid grid-cols-2 gap-x-4">
            {REASONS.map(({ reason: value, name }) => (
              <label key={value} class="flex h-8 items-center gap-2.5 text-base pointer-coarse:h-11">
                <input
                  type="radio"
                  name="reason"
                  value={value}
                  checked={reason.value === value}
                  onChange={() => {
                    reason.value = value;
                    fault.value = null;
                  }}
                  class="size-4 accent-accent"
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <label for={id} class="mt-4 mb-1.5 block text-sm font-medium">
          Your note, if you like
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
            Also block this visitor, and move this to spam
          </label>
        )}
        <p role="alert" class="mt-3 text-sm text-pretty text-danger empty:hidden">
          {fault.value}
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy.value}>
            {isBusy.value ? 'Sending …' : 'Report'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
