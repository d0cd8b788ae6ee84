import { Button } from '../../ui/button.tsx';
import { words as common } from '../words.ts';
import type { FileFault } from './files/entry.ts';
import type { ImportPlan } from './import-plan.ts';
import { words } from './words.ts';

/** How many new contacts and how many faults are listed. */
const NAMES = 5;
const FAULTS = 10;

const SENTENCES: Readonly<Record<FileFault['kind'], (values: { line: number }) => string>> = {
  broken: words.faultBroken,
  empty: words.faultEmpty,
  long: words.faultLong,
};

interface Props {
  plan: ImportPlan;
  onImport(): void;
  onClose(): void;
}

/** What an import would do. Nothing is stored until the button. */
export function ImportPreview({ plan: { added, known, twice, faults }, onImport, onClose }: Props) {
  const lost = faults.filter(({ kind }) => kind !== 'long').length;
  return (
    <>
      <ul class="mt-3 list-disc ps-5">
        <li>{words.newOnes({ count: added.length })}</li>
        {known > 0 && <li>{words.known({ count: known })}</li>}
        {twice > 0 && <li>{words.twice({ count: twice })}</li>}
        {lost > 0 && <li>{words.faulty({ count: lost })}</li>}
      </ul>
      {added.length > 0 && (
        <ul class="mt-3 divide-y divide-line rounded-lg border border-line">
          {added.slice(0, NAMES).map((entry, index) => (
            // The list never changes.
            <li key={index} class="flex min-w-0 gap-3 px-3 py-1.5">
              <span dir="auto" class="min-w-0 truncate font-medium">
                {entry.name}
              </span>
              <span dir="auto" class="ms-auto min-w-0 truncate text-soft">
                {entry.emails[0] ?? entry.phones[0] ?? ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <ul class="mt-3 text-xs text-soft">
          {faults.slice(0, FAULTS).map(({ line, kind }) => (
            <li key={`${line}${kind}`}>{SENTENCES[kind]({ line })}</li>
          ))}
          {faults.length > FAULTS && <li>{words.moreFaults({ count: faults.length - FAULTS })}</li>}
        </ul>
      )}
      {added.length === 0 && (
        <p role="status" class="mt-3">
          {words.nothingNew}
        </p>
      )}
      <div class="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{added.length === 0 ? common.close : common.cancel}</Button>
        {added.length > 0 && (
          <Button kind="primary" onClick={onImport}>
            {words.importNow({ count: added.length })}
          </Button>
        )}
      </div>
    </>
  );
}
