import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { FormFault } from '../../auth/form-parts.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { discardArchiveFile } from './archive-file.ts';
import { cancelExport, exportEverything, exporting } from './export-everything.ts';
import { useFirebase } from './use-firebase.ts';
import { words } from './words.ts';

/** Starts the export, and shows how far it is. The same one wherever it is shown. */
export function ExportControl() {
  const { page, store } = useWorkspace();
  const firebase = useFirebase();
  const state = exporting.value;
  useEffect(() => {
    // A copy that an earlier visit left behind.
    if (exporting.peek().phase === 'idle') discardArchiveFile();
  }, []);
  const start = () => {
    const slug = page.value?.slug ?? '';
    if (firebase) exportEverything({ firebase, managerId: store.managerId, slug, readme: words.archiveReadme });
  };
  if (state.phase === 'running') {
    return (
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={cancelExport}>{words.cancel}</Button>
        <div class="min-w-0 text-sm text-soft">
          <p role="status">{state.isWaiting ? words.exportWaiting : words.exportRunning}</p>
          <p class="tabular-nums">{words.exportSoFar(state)}</p>
        </div>
      </div>
    );
  }
  return (
    <>
      <FormFault fault={state.phase === 'failed' ? words.exportFailed : null} />
      <Button onClick={start}>{words.exportStart}</Button>
      <div role="status" class="text-sm text-soft">
        {state.phase === 'done' && (
          <p class="mt-3 [overflow-wrap:anywhere]">
            {words.exportDone({ name: state.name })} {words.exportSoFar(state)}
          </p>
        )}
      </div>
    </>
  );
}
