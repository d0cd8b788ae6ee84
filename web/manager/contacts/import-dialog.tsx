import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { words as common } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Parsed } from './files/entry.ts';
import { FILE_MAX, readFile } from './files/read-file.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { ImportPreview } from './import-preview.tsx';
import { readContacts } from './read-contacts.ts';
import { IMPORT_MAX, storeImport } from './store-import.ts';
import { words } from './words.ts';

type Step =
  | { is: 'choosing'; fault: string | null }
  | { is: 'reading' }
  | { is: 'too many'; parsed: readonly Parsed[] }
  | { is: 'planned'; plan: ImportPlan };

const MB = 1024 * 1024;

/** Reads a file, shows what it would add, and adds that. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const workspace = useWorkspace();
  const step = useSignal<Step>({ is: 'choosing', fault: null });
  const isOver = useSignal(false);
  const picker = useRef<HTMLInputElement>(null);
  const refuse = (fault: string) => {
    step.value = { is: 'choosing', fault };
  };
  const plan = async (parsed: readonly Parsed[]) => {
    step.value = { is: 'reading' };
    try {
      step.value = { is: 'planned', plan: planImport(parsed, await readContacts(workspace.store)) };
    } catch {
      refuse(words.failed);
    }
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > FILE_MAX) return refuse(words.tooBig({ size: FILE_MAX / MB }));
    step.value = { is: 'reading' };
    const parsed = await readFile(file, words).catch(() => null);
    if (!parsed || parsed.length === 0) return refuse(words.unreadable);
    if (parsed.length > IMPORT_MAX) step.value = { is: 'too many', parsed };
    else await plan(parsed);
  };
  const now = step.value;
  return (
    <Dialog label={words.importTitle} isWide onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button does the same for those who can't drop. */}
      <div
        class={classes('p-5 text-sm', isOver.value && 'rounded-2xl outline-2 -outline-offset-4 outline-accent outline-dashed')}
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={() => (isOver.value = false)}
        onDrop={(event) => {
          event.preventDefault();
          isOver.value = false;
          read(event.dataTransfer?.files[0]);
        }}
      >
        <h2 class="text-base font-semibold">{words.importTitle}</h2>
        {now.is === 'choosing' && (
          <>
            <p class="mt-1 text-pretty text-soft">{words.importAbout({ max: IMPORT_MAX, size: FILE_MAX / MB })}</p>
            {now.fault && (
              <p role="alert" class="mt-3 text-pretty text-danger">
                {now.fault}
              </p>
            )}
            <input
              ref={picker}
              type="file"
              accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv"
              hidden
              onChange={({ currentTarget }) => {
                read(currentTarget.files?.[0]);
                currentTarget.value = '';
              }}
            />
            <div class="mt-5 flex flex-wrap items-center gap-3">
              <Button kind="primary" onClick={() => picker.current?.click()}>
                {words.chooseFile}
              </Button>
              <span class="text-soft pointer-coarse:hidden">{words.dropFile}</span>
              <Button class="ms-auto" onClick={onClose}>
                {common.cancel}
              </Button>
            </div>
          </>
        )}
        {now.is === 'reading' && (
          <p role="status" class="mt-3">
            {words.reading}
          </p>
        )}
        {now.is === 'too many' && (
          <>
            <p role="alert" class="mt-3 text-pretty">
              {words.tooMany({ count: now.parsed.length, max: IMPORT_MAX })}
            </p>
            <div class="mt-5 flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button kind="primary" onClick={() => plan(now.parsed.slice(0, IMPORT_MAX))}>
                {words.importFirst({ max: IMPORT_MAX })}
              </Button>
            </div>
          </>
        )}
        {now.is === 'planned' && (
          <ImportPreview
            plan={now.plan}
            onClose={onClose}
            onImport={() => {
              onClose();
              storeImport(workspace, now.plan.added);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
