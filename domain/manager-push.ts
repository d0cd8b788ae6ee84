/** What a manager's service worker gets in a push. The words are in the manager's language already. */
export type ManagerPush =
  | (Spoken & {
      kind: 'message';
      conversationId: string;
      title: string;
      body: string;
      /** When the message was sent, in ms since 1970: a worker shows nothing older than what it shows. */
      at: number;
      /** The conversation's unread messages. */
      unread: number;
      /** The label of the button that answers, and what its field says. */
      reply: string;
      placeholder: string;
    })
  /** Withdraws notifications of a conversation up to a message. */
  | { kind: 'read'; conversationId: string; at: number }
  | (Spoken & { kind: 'test'; title: string; body: string });

interface Spoken {
  language: string;
  direction: 'ltr' | 'rtl';
}
