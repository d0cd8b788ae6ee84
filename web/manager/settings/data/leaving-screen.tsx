import { ApiProblem } from '../../../lib/api.ts';
import { locale } from '../../../lib/language.ts';
import { Button } from '../../../ui/button.tsx';
import { SignOut } from '../../account/sign-out.tsx';
import { FormFault } from '../../auth/form-parts.tsx';
import { problemSentence } from '../../problem-words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { ExportControl } from './export-control.tsx';
import { pageActs } from './page-acts.ts';
import { useAct } from './use-act.ts';
import { words } from './words.ts';

const sentenceOf = (cause: unknown) => (cause instanceof ApiProblem && cause.code === 'no-page' ? words.tooLate : problemSentence(cause));

/** All of the dashboard in the week before an account is deleted. */
export function LeavingScreen() {
  const { page, proof } = useWorkspace();
  const { isBusy, fault, run } = useAct(sentenceOf);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(page.value?.deletionDueAt ?? 0);
  return (
    <main id="main" class="flex min-h-dvh flex-col overflow-y-auto bg-paper">
      <div class="m-auto w-full max-w-md px-5 py-12">
        <h1 tabIndex={-1} class="text-2xl font-semibold tracking-[-0.02em] text-balance">
          {words.leavingTitle({ date })}
        </h1>
        <p class="mt-3 text-base text-pretty text-soft">{words.leavingAbout}</p>
        <div class="mt-8">
          <FormFault fault={fault} />
          <Button
            kind="primary"
            class="h-10 w-full text-base"
            aria-busy={isBusy}
            disabled={isBusy}
            onClick={() => run(() => pageActs.keepAccount(proof))}
          >
            {words.keepAccount}
          </Button>
        </div>
        <section aria-labelledby="export-title" class="mt-10 border-t border-line pt-8">
          <h2 id="export-title" class="text-lg font-semibold tracking-[-0.01em]">
            {words.exportTitle}
          </h2>
          <p class="mt-1 mb-5 text-base text-pretty text-soft">{words.exportAbout}</p>
          <ExportControl />
        </section>
        <div class="mt-10 border-t border-line pt-8">
          <SignOut />
        </div>
      </div>
    </main>
  );
}
