import type { Act } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';
import { ACTS } from '../../acts/register.ts';
import type { Conversation } from '../../conversations/conversation.ts';
import { subjectOf } from '../../conversations/subject-of.ts';
import { focusComposer } from '../../keys/bind-keys.ts';
import { MOVE_KEYS } from '../../keys/keys.ts';
import { words as commands } from '../../keys/words.ts';
import { words } from '../../words.ts';
import { areDetailsOpen } from '../../workspace/panels.ts';
import type { Item, Opening, Provider } from '../provider.ts';

/** Everything in the register, for the open or selected conversations, and what can be done in the open one. */
export const acts: Provider = {
  isOffered: true,
  title: ({ targets }) => commands.commandsFor(subjectOf(targets)),
  items: (opening) => [...ofRegister(opening), ...ofThread(opening)],
};

function ofRegister({ workspace, targets }: Opening): Item[] {
  return ACTS.map((act) => ({
    id: `act:${act.name}`,
    name: act.label,
    icon: act.icon,
    key: act.key,
    whyNot: whyNot(act, targets),
    run: () => perform(act, { conversations: targets, workspace }),
  }));
}

function whyNot(act: Act, targets: readonly Conversation[]): string | undefined {
  if (targets.length === 0) return commands.openConversationFirst;
  return act.canApply(targets) ? undefined : (act.whyNot?.(targets) ?? words.cannotDoHere);
}

function ofThread({ workspace }: Opening): Item[] {
  const closed = workspace.thread.value?.conversation.value ? undefined : commands.openConversationFirst;
  return [
    { id: 'reply', name: words.reply, icon: 'return', key: MOVE_KEYS.reply[0], whyNot: closed, run: focusComposer },
    {
      id: 'details',
      name: words.aboutVisitor,
      icon: 'person',
      key: MOVE_KEYS.details[0],
      whyNot: closed,
      run() {
        areDetailsOpen.value = true;
      },
    },
  ];
}
