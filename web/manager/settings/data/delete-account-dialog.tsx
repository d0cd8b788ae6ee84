import { DELETION_DAYS } from '@foyer/domain/page-state';
import { useSignal } from '@preact/signals';
import { ApiProblem } from '../../../lib/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { hasPassword, proveAgain } from '../../auth/account-acts.ts';
import { type AuthAct, explainAuthError } from '../../auth/auth-errors.ts';
import { FormFault } from '../../auth/form-parts.tsx';
import { problemSentence } from '../../problem-words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { ExportControl } from './export-control.tsx';
import { pageActs } from './page-acts.ts';
import { useAct } from './use-act.ts';
import { words } from './words.ts';

const sentenceFor = (act: AuthAct) => (cause: unknown) =>
  cause instanceof ApiProblem ? problemSentence(cause) : explainAuthError(cause, act);

/** Offers the export, then asks for a proof that this is the manager. The dashboard then shows only the day and the undo. */
export function DeleteAccountDialog({ onClose }: { onClose(): void }) {
  const { proof, user, showDeletion } = useWorkspace();
  const password = useSignal('');
  const isByPassword = hasPassword(user);
  const { isBusy, fault, run } = useAct(sentenceFor(isByPassword ? 'sign-in' : 'google'));
  const submit = () =>
    run(async () => {
      await proveAgain(user, isByPassword ? { password: password.value } : 'google');
      const dueAt = await pageActs.deleteAccount(proof);
      // The proof has just restarted all listeners, which may miss this change (docs/decisions/070).
      if (dueAt !== null) showDeletion(dueAt);
    });
  return (
    <Dialog label={words.deleteHeading} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">{words.deleteHeading}</h2>
        <p class="mt-1.5 text-base text-pretty text-soft">{words.deleteAbout({ days: DELETION_DAYS })}</p>
        <div class="my-5 border-y border-line py-5">
          <p class="mb-3 text-base text-pretty">{words.deleteExportFirst}</p>
          <ExportControl />
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <FormFault fault={fault} />
          {isByPassword && (
            <Field
              label={words.password}
              type="password"
              name="password"
              autocomplete="current-password"
              required
              value={password.value}
              onInput={(event) => {
                password.value = event.currentTarget.value;
              }}
            />
          )}
          <div class="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" kind="danger" aria-busy={isBusy} disabled={isBusy}>
              {isByPassword ? words.deleteNow : words.confirmWithGoogle}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
