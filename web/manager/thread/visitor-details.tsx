import type { ComponentChildren } from 'preact';
import { clockTime } from '../../lib/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { areDetailsOpen, hasFourPanes } from '../workspace/panels.ts';

const close = () => {
  areDetailsOpen.value = false;
};

/** What is known of the visitor: a fourth pane where there is room, else a sheet. */
export function VisitorDetails({ conversation }: { conversation: Conversation }) {
  if (!hasFourPanes.value) {
    return (
      <Dialog label="About the visitor" place="side" onClose={close}>
        <Details conversation={conversation} />
      </Dialog>
    );
  }
  return (
    <aside aria-label="About the visitor" class="enter w-72 shrink-0 overflow-y-auto border-l border-line bg-paper">
      <Details conversation={conversation} />
    </aside>
  );
}

function Details({ conversation }: { conversation: Conversation }) {
  const { visitor, section, createdAtMs } = conversation;
  const name = displayName(visitor, conversation.id);
  return (
    <>
      <div class="flex h-14 items-center justify-between pr-2 pl-5">
        <h2 class="text-sm font-medium text-soft">About the visitor</h2>
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      <div class="px-5 pb-6">
        <p class="overflow-clip text-lg font-semibold [overflow-wrap:anywhere]">
          <bdi>{name.text}</bdi>
        </p>
        {!name.isGiven && (
          <p class="mt-0.5 text-sm text-pretty text-soft">They gave no name. This one is ours, so that you can tell people apart.</p>
        )}
        <dl class="mt-5 flex flex-col gap-4 text-base">
          <Fact name="Email">
            {visitor.email ? (
              <a
                href={`mailto:${encodeURIComponent(visitor.email).replace('%40', '@')}`}
                class="inline-block rounded underline decoration-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink pointer-coarse:py-3"
              >
                {visitor.email}
              </a>
            ) : (
              <span class="text-soft">Not given</span>
            )}
          </Fact>
          <Fact name="About">{section ? <bdi>{section}</bdi> : <span class="text-soft">Nothing in particular</span>}</Fact>
          <Fact name="Since">
            {new Date(createdAtMs).toLocaleDateString(undefined, { dateStyle: 'long' })}, {clockTime(createdAtMs)}
          </Fact>
          <Fact name="Their browser speaks">{languageOf(visitor.locale)}</Fact>
        </dl>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="text-xs text-soft">{name}</dt>
      <dd class="mt-0.5 overflow-clip [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** A tag that no browser knows is shown as it came. */
function languageOf(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
