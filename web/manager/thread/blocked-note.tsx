import { Button } from '../../ui/button.tsx';
import { perform } from '../acts/perform.ts';
import { unblock } from '../acts/unblock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';

/** Shown in place of the composer. */
export function BlockedNote({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  return (
    <div class="mx-auto w-full max-w-184 shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] two:px-6 two:pb-5">
      <div class="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-hover py-3 ps-4 pe-3">
        <div class="grow basis-56 text-sm text-pretty">
          <p class="font-medium">{words.youBlocked}</p>
          <p class="text-soft">{words.youBlockedNote}</p>
        </div>
        <Button onClick={() => perform(unblock, { conversations: [conversation], workspace })}>{unblock.label}</Button>
      </div>
    </div>
  );
}
