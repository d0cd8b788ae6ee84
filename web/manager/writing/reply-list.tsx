import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { CannedReply } from '../canned-replies/follow-replies.ts';
import { fillVariables } from '../canned-replies/variables.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

interface Props {
  id: string;
  replies: readonly CannedReply[] | 'loading' | 'failed';
  found: readonly CannedReply[];
  active: CannedReply | undefined;
  values: Readonly<Record<string, string | undefined>>;
  onChoose(reply: CannedReply): void;
}

/** What a slash found, or why that is nothing. A press leaves the focus in the field. */
export function ReplyList({ id, replies, found, active, values, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus stays in the field.
    const stay = (event: Event) => event.preventDefault();
    frame.current?.addEventListener('mousedown', stay);
    return () => frame.current?.removeEventListener('mousedown', stay);
  }, []);
  useLayoutEffect(() => {
    frame.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={frame}
      class="enter absolute inset-x-0 bottom-full z-20 mb-1 max-h-[40dvh] overflow-y-auto rounded-xl bg-raised p-1.5 shadow-raised"
    >
      {found.length === 0 ? (
        <div role="status" class="flex flex-wrap items-center gap-x-3 px-3 py-2 text-sm text-pretty text-soft">
          {replies === 'loading' ? words.repliesLoading : replies === 'failed' ? words.repliesFailed : words.noReplies}
          {typeof replies !== 'string' && <ManageLink />}
        </div>
      ) : (
        <>
          <div id={id} role="listbox" aria-label={words.cannedReplies}>
            {found.map((reply) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
              <div
                key={reply.id}
                id={`${id}-${reply.id}`}
                role="option"
                aria-selected={reply === active}
                onClick={() => onChoose(reply)}
                class="flex min-h-10 cursor-pointer flex-col justify-center rounded-lg px-3 py-1.5 hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-12"
              >
                <span dir="auto" class="block max-w-full truncate text-sm font-medium">
                  {reply.title}
                </span>
                <span dir="auto" class="block max-w-full truncate text-xs text-soft">
                  {fillVariables(reply.text, values)}
                </span>
              </div>
            ))}
          </div>
          <div class="flex items-center justify-between gap-3 border-t border-line px-3 pt-1.5 text-xs text-soft">
            <span class="pointer-coarse:hidden">
              {words.pickerKeys({ up: '↑', down: '↓', enter: shared.keyEnter, escape: shared.keyEscape })}
            </span>
            <ManageLink />
          </div>
        </>
      )}
    </div>
  );
}

/** By a press only: the keys belong to the list. */
function ManageLink() {
  return (
    <a
      href="/app/settings#canned-replies"
      tabIndex={-1}
      class="ms-auto inline-flex min-h-8 items-center rounded-lg px-2 font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
    >
      {words.manageReplies}
    </a>
  );
}
