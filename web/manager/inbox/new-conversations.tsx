import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showNew } from '../keys/bind-keys.ts';
import { MOVE_KEYS } from '../keys/keys.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';

/** How many conversations have something new while the list keeps its order. In the list's header where there is room, else over the list. */
export function NewConversations() {
  const workspace = useWorkspace();
  const count = workspace.list.newCount.value;
  return (
    <div role="status" class="absolute top-1.5 z-10 flex w-full justify-center three:-top-11 three:justify-end three:px-4">
      {count > 0 && (
        <Button
          class="enter border-transparent! bg-raised! shadow-raised"
          aria-keyshortcuts={MOVE_KEYS.fresh[0]}
          title={words.showNew({ key: MOVE_KEYS.fresh[0] })}
          onClick={() => showNew(workspace)}
        >
          <Icon name="send" />
          {words.newConversations({ count })}
        </Button>
      )}
    </div>
  );
}
