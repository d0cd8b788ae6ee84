import { Button } from '../../ui/button.tsx';
import { perform } from '../acts/perform.ts';
import { unblock } from '../acts/unblock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { useWorkspace } from '../workspace/context.ts';

/** Stands where one would write. */
export function BlockedNote({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  return (
    <div class="mx-auto w-full max-w-184 shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] two:px-6 two:pb-5">
      <div class="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-hover py-3 pr-3 pl-4">
        <div class="grow basis-56 text-sm text-pretty">
          <p class="font-medium">You’ve blocked this visitor.</p>
          <p class="text-soft">They can read, but not write. They could start a new conversation from another browser.</p>
        </div>
        <Button onClick={() => perform(unblock, { conversations: [conversation], workspace })}>{unblock.label}</Button>
      </div>
    </div>
  );
}
