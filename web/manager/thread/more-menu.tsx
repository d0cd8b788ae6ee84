import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { problemSentence } from '../auth/proof.ts';
import { ACT_LOOKS } from '../conversations/act-looks.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { type Act, possibleActs } from '../conversations/possible-acts.ts';
import { takeCopy } from '../conversations/take-copy.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { say, sayFailed } from '../notice/notice.ts';
import { useWorkspace } from '../shell/context.ts';
import { areDetailsOpen, deleting, isMoreOpen, reporting } from '../shell/panels.ts';

/** What is done to a conversation as a whole, and not every day. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const { act, proof } = useWorkspace();
  const { id, isBlocked, visitor } = conversation;
  const item = (kind: Act) => ({ ...ACT_LOOKS[kind], onChoose: () => act(kind, conversation) });
  const copy = async (format: 'html' | 'json'): Promise<void> => {
    try {
      await takeCopy(proof, id, displayName(visitor, id).text, format);
      say('The copy is saved on this device.');
    } catch (problem) {
      sayFailed(`There is no copy yet. ${problemSentence(problem)}`, () => copy(format));
    }
  };
  return (
    <Menu
      label="More"
      keyHint="."
      isOpen={isMoreOpen.value}
      onToggle={(isOpen) => {
        isMoreOpen.value = isOpen;
      }}
    >
      <MenuItem
        icon="person"
        name="About the visitor"
        class="two:hidden"
        onChoose={() => {
          areDetailsOpen.value = true;
        }}
      />
      {conversation.tray === 'inbox' && possibleActs(conversation).includes('spam') && <MenuItem {...item('spam')} class="two:hidden" />}
      <MenuItem icon="file" name="Take a copy (HTML)" onChoose={() => copy('html')} />
      <MenuItem icon="file" name="Take a copy (JSON)" onChoose={() => copy('json')} />
      <MenuRule />
      {isBlocked ? (
        <MenuItem {...item('unblock')} />
      ) : (
        <MenuItem
          {...item('block')}
          note="They can read, but not write. A new visit without their browser’s cookie is a new conversation."
        />
      )}
      <MenuItem
        icon="flag"
        name="Report …"
        onChoose={() => {
          reporting.value = conversation;
        }}
      />
      <MenuItem
        icon="bin"
        name="Delete …"
        isDanger
        onChoose={() => {
          deleting.value = conversation;
        }}
      />
    </Menu>
  );
}
