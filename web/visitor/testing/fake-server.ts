import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import type { ProblemCode } from '@foyer/domain/problem';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { ApiProblem } from '../../lib/api.ts';
import type { Unsent } from '../keeper.ts';
import type { VisitorApi } from '../visitor-api.ts';

type Mishap = ProblemCode | 'offline' | 'lost-answer';

/** A server with one manager, in memory. `mishaps` happen to the next requests, one each. */
export class FakeServer implements VisitorApi {
  readonly conversations = new Map<string, { code: ResumeCode; messages: Message[] }>();
  readonly arrived: Unsent[] = [];
  mishaps: (Mishap | null)[] = [];
  retryAfterSeconds: number | undefined;
  /** The conversation in the browser's cookie. */
  session: string | null = null;
  #clock = 1000;

  start(first: Unsent & { code: ResumeCode }): Promise<OpenConversation> {
    return this.#answer(first, () => {
      const id = `c-${first.code}`;
      const conversation = this.conversations.get(id) ?? { code: first.code, messages: [] };
      this.conversations.set(id, conversation);
      this.session = id;
      this.#store(conversation.messages, first);
      return this.#opened(id);
    });
  }

  send(message: Unsent & { conversationId: string }): Promise<Message> {
    return this.#answer(message, () => {
      const conversation = this.conversations.get(message.conversationId);
      if (!conversation || this.session !== message.conversationId) throw new ApiProblem('session-ended', 'session-ended');
      return this.#store(conversation.messages, message);
    });
  }

  open(): Promise<OpenConversation> {
    return this.#answer(null, () => {
      if (!this.session) throw new ApiProblem('session-ended', 'session-ended');
      return this.#opened(this.session);
    });
  }

  resume(code: ResumeCode): Promise<OpenConversation> {
    return this.#answer(null, () => {
      const id = `c-${code}`;
      if (!this.conversations.has(id)) throw new ApiProblem('unknown-code', 'No conversation opens with this code.');
      this.session = id;
      return this.#opened(id);
    });
  }

  forget(): Promise<null> {
    return this.#answer(null, () => {
      this.session = null;
      return null;
    });
  }

  texts(): string[][] {
    return [...this.conversations.values()].map(({ messages }) => messages.map(({ text }) => text));
  }

  async #answer<T>(arrived: Unsent | null, act: () => T): Promise<T> {
    const mishap = this.mishaps.shift() ?? null;
    if (arrived && mishap !== 'offline') this.arrived.push(arrived);
    if (mishap === null) return act();
    if (mishap === 'lost-answer') act();
    const code = mishap === 'lost-answer' ? 'offline' : mishap;
    throw new ApiProblem(code, code, this.retryAfterSeconds ? { retryAfterSeconds: this.retryAfterSeconds } : {});
  }

  #store(messages: Message[], { messageId, text }: Unsent): Message {
    const before = messages.find(({ id }) => id === messageId);
    if (before) return before;
    const message: Message = { id: messageId, sender: 'visitor', text, createdAt: this.#clock++ };
    messages.push(message);
    return message;
  }

  #opened(id: string): OpenConversation {
    const messages = this.conversations.get(id)?.messages ?? [];
    return {
      conversation: { id, managerId: 'm', status: 'open', isBlocked: false, name: '', messageCount: messages.length, createdAt: 1 },
      messages: messages.slice(-50),
      token: null,
    };
  }
}
