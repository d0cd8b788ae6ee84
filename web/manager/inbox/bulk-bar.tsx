import { signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { type Offer, offersFor } from '../acts/bulk-offers.ts';
import { perform } from '../acts/perform.ts';
import { SELECTED_MAX } from '../conversations/selected.ts';
import { MOVE_KEYS } from '../keys/keys.ts';
import { dismissNotice, notice, say, sayOffering } from '../notice/notice.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { focusTabStop } from '../workspace/focus-row.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { selectMatching } from './select-matching.ts';
import { words as own } from './selection-words.ts';

/** The acts for everything that is selected, in place of the list's header. Stays in the document, so that screen readers hear the count. */
export function BulkBar() {
  const workspace = useWorkspace();
  const count = workspace.selection.conversations.value.length;
  const heard = useSignal('');
  useSignalEffect(() => {
    const selected = workspace.selection.conversations.value.length;
    // A live region says what changes in it, so the first count is set after the region exists.
    if (selected > 0 || heard.peek() !== '') heard.value = selected > 0 ? own.selectedAloud({ count: selected }) : own.nothingSelected;
  });
  const offered = useComputed(() => countOfAll(workspace));
  useSignalEffect(() => (offered.value > 0 ? offerMatching(workspace, offered.value) : undefined));
  return (
    <>
      <p role="status" class="sr-only">
        {heard.value}
      </p>
      {count > 0 && <Bar workspace={workspace} />}
    </>
  );
}

function Bar({ workspace }: { workspace: Workspace }) {
  const { selection, inbox, list } = workspace;
  const conversations = selection.conversations.value;
  const isOpen = useSignal(false);
  const { direct, menu, menuEnd } = offersFor(conversations);
  const run = ({ act, whyNot }: Offer) => (whyNot === null ? perform(act, { conversations, workspace }) : say(whyNot));
  const item = (offer: Offer) => (
    <MenuItem
      key={offer.act.name}
      icon={offer.act.icon}
      name={offer.act.label}
      keyHint={offer.act.key}
      note={offer.whyNot ?? offer.act.note}
      isDanger={offer.act.isDanger}
      isDisabled={offer.whyNot !== null}
      onChoose={() => run(offer)}
    />
  );
  const loaded = list.rows.value.length;
  return (
    <div role="toolbar" aria-label={own.bulkActions} class="absolute inset-0 z-20 flex items-center gap-0.5 bg-paper px-2 three:px-3">
      <IconButton
        icon="close"
        label={own.endSelection}
        keyHint={MOVE_KEYS.back[0]}
        onClick={() => {
          selection.clear();
          focusTabStop();
        }}
      />
      <span class="min-w-0 grow truncate ps-1 text-base font-semibold tabular-nums">
        {own.selectedCount({ count: conversations.length })}
      </span>
      {direct.map((offer) => (
        <IconButton
          key={offer.act.name}
          icon={offer.act.icon}
          label={offer.act.label}
          keyHint={offer.act.key}
          aria-haspopup={'dialog' in offer.act ? 'dialog' : undefined}
          {...(offer.whyNot !== null && { 'aria-disabled': true, 'aria-description': offer.whyNot, title: offer.whyNot })}
          class={offer.whyNot === null ? undefined : 'opacity-50'}
          onClick={() => run(offer)}
        />
      ))}
      <Menu
        label={words.more}
        isOpen={isOpen.value}
        onToggle={(next) => {
          isOpen.value = next;
        }}
      >
        <MenuItem
          icon="check"
          name={own.selectLoaded({ count: loaded })}
          onChoose={() => selection.take(list.rows.value.map(({ id }) => id))}
        />
        {inbox.value.hasMore.value && (
          <MenuItem icon="check" name={own.selectMatching({ max: SELECTED_MAX })} onChoose={() => takeMatching(workspace)} />
        )}
        <MenuRule />
        {menu.map(item)}
        <MenuRule />
        {menuEnd.map(item)}
      </Menu>
    </div>
  );
}

/** Whether the rest of the list is being loaded to select it. */
const isTaking = signal(false);

/** How many are loaded, if all of them are selected and there are more. */
function countOfAll({ selection, inbox, list }: Workspace): number {
  const { size } = selection.ids.value;
  const isAll = size > 1 && size < SELECTED_MAX && size === list.rows.value.length;
  return isAll && inbox.value.hasMore.value && !isTaking.value ? size : 0;
}

function offerMatching(workspace: Workspace, count: number): () => void {
  sayOffering(own.allLoadedSelected({ count }), own.selectMatching({ max: SELECTED_MAX }), () => takeMatching(workspace));
  const offer = notice.peek();
  return () => {
    if (notice.peek() === offer) dismissNotice();
  };
}

async function takeMatching(workspace: Workspace): Promise<void> {
  isTaking.value = true;
  try {
    if (await selectMatching(workspace)) say(own.maximumSelected({ count: SELECTED_MAX }));
  } finally {
    isTaking.value = false;
  }
}
