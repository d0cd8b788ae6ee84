import { useSignal } from '@preact/signals';
import { locale } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { words as common } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { findDuplicates, type Duplicates as Group } from './find-duplicates.ts';
import { merge } from './join-people.ts';
import { CONTACTS_READ_MAX, readContacts } from './read-contacts.ts';
import { words } from './words.ts';

const REASONS: Readonly<Record<Group['reason'], string>> = { email: words.sameEmail, phone: words.samePhone, name: words.sameName };

/** How many groups are shown at a time. */
const SHOWN = 50;

interface Found {
  groups: readonly Group[];
  compared: number;
}

/** Finds contacts that are possibly the same person among all of them, and merges those that the manager chooses. */
export function Duplicates() {
  const workspace = useWorkspace();
  const found = useSignal<Found | 'comparing' | 'failed' | null>(null);
  const compare = () => {
    found.value = 'comparing';
    readContacts(workspace.store).then(
      (contacts) => {
        found.value = { groups: findDuplicates(contacts), compared: contacts.length };
      },
      () => {
        found.value = 'failed';
      },
    );
  };
  const mergeGroup = async (group: Group) => {
    const [first, ...others] = group.contacts.map((contact) => ({ contact, isStored: true }));
    if (!first || !(await merge(workspace, first, others))) return;
    const current = found.peek();
    if (current && typeof current === 'object') found.value = { ...current, groups: current.groups.filter((other) => other !== group) };
  };
  const current = found.value;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={compare}>
        {words.findDuplicates}
      </Button>
      {current !== null && (
        <Dialog label={words.duplicates} isWide onClose={() => (found.value = null)}>
          <div class="flex items-center justify-between ps-5 pe-3 pt-3">
            <h2 class="text-base font-semibold">{words.duplicates}</h2>
            <IconButton icon="close" label={common.close} onClick={() => (found.value = null)} />
          </div>
          <div class="px-5 pt-2 pb-5 text-sm">
            {current === 'comparing' && <p role="status">{words.comparing}</p>}
            {current === 'failed' && <p role="alert">{words.failed}</p>}
            {typeof current === 'object' && (
              <>
                {current.groups.length === 0 && <p role="status">{words.noDuplicates({ count: current.compared })}</p>}
                {current.compared >= CONTACTS_READ_MAX && <p class="mb-2 text-soft">{words.onlyFirst({ max: CONTACTS_READ_MAX })}</p>}
                <ul class="divide-y divide-line">
                  {current.groups.slice(0, SHOWN).map((group) => (
                    <Row key={group.contacts[0]?.id} group={group} onMerge={() => mergeGroup(group)} />
                  ))}
                </ul>
              </>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}

/** How many of a group are named. */
const NAMED = 3;

function Row({ group: { reason, contacts }, onMerge }: { group: Group; onMerge(): void }) {
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format([
    ...contacts.slice(0, NAMED).map(({ name }) => name),
    ...(contacts.length > NAMED ? [`+${contacts.length - NAMED}`] : []),
  ]);
  return (
    <li class="flex items-center gap-3 py-2.5">
      <div class="min-w-0 grow">
        <p dir="auto" class="font-medium [overflow-wrap:anywhere]">
          {names}
        </p>
        <p class="text-xs text-soft">{REASONS[reason]}</p>
      </div>
      <Button aria-label={words.mergeAll({ names })} onClick={onMerge}>
        {words.merge}
      </Button>
    </li>
  );
}
