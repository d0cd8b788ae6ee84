import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailed } from '../notice/notice.ts';
import { useWorkspace } from '../workspace/context.ts';
import { Duplicates } from './duplicates.tsx';
import { readContacts } from './read-contacts.ts';
import { words } from './words.ts';

const FORMATS = {
  vcf: { type: 'text/vcard;charset=utf-8', write: 'vcardOf' },
  csv: { type: 'text/csv;charset=utf-8', write: 'csvOf' },
} as const;

/** Import, export and the search for duplicates. The libraries that read and write files are loaded when they are needed. */
export function ListTools() {
  const { store } = useWorkspace();
  const isExporting = useSignal(false);
  const importing = useSignal<{ Dialog: ComponentType<{ onClose(): void }> } | null>(null);
  const openImport = () => {
    import('./import-dialog.tsx').then(
      ({ ImportDialog }) => {
        importing.value = { Dialog: ImportDialog };
      },
      () => sayFailed(words.failed, openImport),
    );
  };
  const exportAs = async (ending: keyof typeof FORMATS) => {
    const { type, write } = FORMATS[ending];
    isExporting.value = true;
    try {
      const [contacts, files] = await Promise.all([readContacts(store), import('./files/write-files.ts')]);
      saveFile(new Blob([files[write](contacts)], { type }), `contacts.${ending}`);
    } catch {
      sayFailed(words.failed, () => exportAs(ending));
    }
    isExporting.value = false;
  };
  const Importing = importing.value?.Dialog;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={openImport}>
        {words.openImport}
      </Button>
      <Button disabled={isExporting.value} onClick={() => exportAs('vcf')}>
        {words.exportVcard}
      </Button>
      <Button disabled={isExporting.value} onClick={() => exportAs('csv')}>
        {words.exportCsv}
      </Button>
      <Duplicates />
      {Importing && <Importing onClose={() => (importing.value = null)} />}
    </>
  );
}
