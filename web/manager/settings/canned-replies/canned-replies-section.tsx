import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import {
  CANNED_REPLIES_MAX,
  type CannedReply,
  followReplies,
  freeSlot,
  removeReply,
  storeReply,
} from '../../canned-replies/follow-replies.ts';
import { words } from '../../canned-replies/words.ts';
import { say, sayRefused } from '../../notice/notice.ts';
import { sayDone } from '../../notice/recent-acts.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { Group, Section } from '../kit/section.tsx';
import { ReplyForm } from './reply-form.tsx';

const NEW = 'new';

/** The list of canned replies, each changed in place. */
export function CannedRepliesSection() {
  const { store } = useWorkspace();
  const replies = useSignal<readonly CannedReply[] | 'loading' | 'failed'>('loading');
  /** What is being written, by id, so a list that changes meanwhile doesn't take it away. */
  const editing = useSignal<CannedReply | null>(null);
  useEffect(
    () =>
      followReplies(store, (all) => {
        replies.value = all === null ? 'failed' : all.toSorted((a, b) => a.title.localeCompare(b.title));
      }),
    [store, replies],
  );
  const list = typeof replies.value === 'string' ? [] : replies.value;
  const close = (id: string) => {
    editing.value = null;
    // After the form has gone.
    requestAnimationFrame(() => document.getElementById(`canned-${id}`)?.focus());
  };
  const keep = (typed: CannedReply) => {
    const reply = typed.id === NEW ? { ...typed, id: freeSlot(list.map(({ id }) => id)) } : typed;
    close(typed.id);
    say({ name: reply.title, write: (title) => words.saved({ title }) });
    storeReply(store, reply).catch(() => {
      // Back in the form, unless another one is open by now.
      editing.value ??= typed;
      sayRefused();
    });
  };
  const remove = (reply: CannedReply) => {
    removeReply(store, reply.id).catch(sayRefused);
    sayDone({ name: reply.title, write: (title) => words.deleted({ title }) }, () => {
      storeReply(store, reply).catch(sayRefused);
      say({ name: reply.title, write: (title) => words.restored({ title }) });
    });
    document.getElementById(`canned-${NEW}`)?.focus();
  };
  const form = (reply: CannedReply) => <ReplyForm key={reply.id} reply={reply} onSave={keep} onCancel={() => close(reply.id)} />;
  const open = editing.value;
  // One that another device deletes while it is changed here stays in the same list: elsewhere, its form would begin again.
  const isDeleted = open !== null && open.id !== NEW && list.every(({ id }) => id !== open.id);
  const listed = isDeleted ? [...list, open] : list;
  return (
    <Section id="canned-replies" title={words.title}>
      <p class="mt-1 max-w-[60ch] px-1 text-sm text-pretty text-soft">{words.about}</p>
      <Group>
        {listed.map((reply) =>
          open?.id === reply.id ? (
            form(open)
          ) : (
            <Row key={reply.id} reply={reply} onEdit={() => (editing.value = reply)} onDelete={() => remove(reply)} />
          ),
        )}
        {list.length === 0 && open === null && (
          <p role="status" class="px-4 py-5 text-sm text-soft two:px-5">
            {replies.value === 'loading' ? words.loading : replies.value === 'failed' ? words.failed : words.none}
          </p>
        )}
        {open?.id === NEW ? (
          form(open)
        ) : (
          <div class="px-4 py-3 two:px-5">
            {list.length < CANNED_REPLIES_MAX ? (
              <Button id={`canned-${NEW}`} onClick={() => (editing.value = { id: NEW, title: '', text: '' })}>
                {words.add}
              </Button>
            ) : (
              <p class="text-sm text-pretty text-soft">{words.full({ max: CANNED_REPLIES_MAX })}</p>
            )}
          </div>
        )}
      </Group>
    </Section>
  );
}

interface RowProps {
  reply: CannedReply;
  onEdit(): void;
  onDelete(): void;
}

function Row({ reply: { id, title, text }, onEdit, onDelete }: RowProps) {
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 two:px-5">
      <div class="min-w-0 grow basis-48">
        <p dir="auto" class="truncate text-base font-medium">
          {title}
        </p>
        <p dir="auto" class="truncate text-sm text-soft">
          {text}
        </p>
      </div>
      <div class="flex gap-1">
        <Button kind="quiet" id={`canned-${id}`} aria-label={words.editNamed({ title })} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button kind="quiet" aria-label={words.deleteNamed({ title })} onClick={onDelete}>
          {words.delete}
        </Button>
      </div>
    </div>
  );
}
