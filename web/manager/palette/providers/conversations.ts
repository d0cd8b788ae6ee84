import { viewOf } from '../../conversations/view.ts';
import { looksOf } from '../../conversations/view-looks.ts';
import { displayName } from '../../conversations/visitor-name.ts';
import { navigate, route } from '../../route/history.ts';
import { words } from '../../words.ts';
import { focusMessages } from '../focus.ts';
import type { Provider } from '../provider.ts';

/** The conversations that are loaded, by the visitor's name or the preview. */
export const conversations: Provider = {
  title: () => words.conversations,
  items: ({ workspace }) =>
    workspace.loaded.value.map((conversation) => {
      const { id, lastMessage } = conversation;
      const view = viewOf(conversation);
      return {
        id: `conversation:${id}`,
        name: displayName(conversation).text,
        note: lastMessage.preview,
        icon: looksOf(view).icon,
        run() {
          focusMessages(route.value.conversationId === id);
          navigate({ view, conversationId: id, screen: null });
        },
      };
    }),
};
