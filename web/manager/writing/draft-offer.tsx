import { sayDone } from '../notice/recent-acts.ts';
import type { Drafts } from './compare-drafts.ts';
import { draftsHere, offered, putDrafts, takenFrom } from './drafts-here.ts';
import { words } from './words.ts';

/** Offers the drafts of another device, or says that they are in the fields. */
export function DraftOffer({ conversationId }: { conversationId: string }) {
  const offer = offered.value?.conversationId === conversationId ? offered.value : null;
  if (!offer && takenFrom.value !== conversationId) return <div role="status" />;
  const settle = (next: Drafts | null, said: string) => {
    if (!offer) return;
    const before = draftsHere(conversationId);
    offered.value = null;
    if (next) putDrafts(conversationId, next);
    offer.settle();
    sayDone(said, () => {
      putDrafts(conversationId, next ? before : offer.stored);
    });
  };
  return (
    <div role="status" class="flex flex-wrap items-center gap-x-3 px-1 pb-1 text-sm">
      {offer ? (
        <>
          <p class="min-w-0 grow basis-48 truncate">
            {words.draftElsewhere} <bdi class="text-soft">{offer.stored.reply || offer.stored.note}</bdi>
          </p>
          <Act label={words.useDraft} onClick={() => settle(offer.stored, words.draftUsed)} />
          <Act label={words.discardDraft} onClick={() => settle(null, words.draftDiscarded)} />
        </>
      ) : (
        <p class="text-xs text-soft">{words.draftTaken}</p>
      )}
    </div>
  );
}

function Act({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" onClick={onClick} class="min-h-8 rounded-lg px-2 font-medium text-accent hover:bg-hover pointer-coarse:min-h-11">
      {label}
    </button>
  );
}
