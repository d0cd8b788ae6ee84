import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import { VISITOR } from '@foyer/domain/participant';
import type { Challenge, FieldError, ProblemCode } from '@foyer/domain/problem';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { ResumedConversation } from '@foyer/domain/session';
import type { VisitorDetails } from '@foyer/domain/visitor';
import { ApiProblem } from '../../lib/api.ts';
import type { ControlApi } from '../acts/control-api.ts';
import type { UnsentMessage } from '../talk/keeper.ts';
import type { VisitorApi, Vouched } from '../talk/visitor-api.ts';

type Mishap = ProblemCode | 'offline' | 'lost-answer';

interface Conversation {
  visitor: VisitorDetails;
  code: ResumeCode;
  retired: ResumeCode[];
  messages: Message[];
  epoch: number;
  isBlocked: boolean;
  isDeleted: boolean;
}

/** A server with one manager, in memory, and one browser as its client. `mishaps` happen to the next requests, one each. */
export class FakeServer implements VisitorApi, ControlApi {
  readonly conversations = new Map<string, Conversation>();
  readonly arrived: (UnsentMessage & Vouched)[] = [];
  readonly replacements: ResumeCode[] = [];
  mishaps: (Mishap | null)[] = [];
  /** The field errors of a request refused as `invalid-request`. */
  errors: FieldError[] | undefined;
  retryAfterSeconds: number | undefined;
  /** The challenge for a first message without a proof. */
  challenge: Challenge | undefined;
  /** The conversation in the browser's cookie, and its epoch. */
  session: string | null = null;
  #epoch = 0;
  #clock = 1000;

  start(first: UnsentMessage & Vouched & { code: ResumeCode }): Promise<OpenConversation> {
    return this.#answer(first, () => {
      if (this.challenge && !first.proof) {
        throw new ApiProblem('challenge-required', { challenge: this.challenge });
      }
      const id = `c-${first.code}`;
      const conversation = this.conversations.get(id) ?? {
        visitor: { name: first.name ?? '', ...(first.email && { email: first.email }) },
        code: first.code,
        retired: [],
        messages: [],
        epoch: 0,
        isBlocked: false,
        isDeleted: false,
      };
      this.conversations.set(id, conversation);
      this.#signIn(id, conversation);
      this.#store(conversation.messages, first);
      return this.#opened(id);
    });
  }

  send(message: UnsentMessage & { conversationId: string }): Promise<Message> {
    return this.#answer(message, () => {
      const { messages, isBlocked } = this.#current(message.conversationId);
      if (isBlocked) throw new ApiProblem('blocked');
      return this.#store(messages, message);
    });
  }

  open(): Promise<OpenConversation> {
    return this.#answer(null, () => {
      if (!this.session) throw new ApiProblem('session-ended');
      this.#current(this.session);
      return this.#opened(this.session);
    });
  }

  resume(code: ResumeCode): Promise<ResumedConversation> {
    return this.#answer(null, () => {
      const [id, conversation] = [...this.conversations].find(([, known]) => known.code === code && !known.isDeleted) ?? [];
      if (!id || !conversation) throw new ApiProblem('unknown-code');
      this.#signIn(id, conversation);
      return { ...this.#opened(id), slug: 'ada' };
    });
  }

  forget(): Promise<null> {
    return this.#answer(null, () => {
      this.session = null;
      return null;
    });
  }

  changeVisitor(conversationId: string, details: VisitorDetails): Promise<VisitorDetails> {
    return this.#answer(null, () => {
      this.#current(conversationId).visitor = details;
      return details;
    });
  }

  replaceCode(conversationId: string, code: ResumeCode): Promise<null> {
    this.replacements.push(code);
    return this.#answer(null, () => {
      const conversation = this.#current(conversationId);
      if (conversation.retired.includes(code)) throw new ApiProblem('code-in-use');
      if (conversation.code !== code) conversation.retired.push(conversation.code);
      conversation.code = code;
      return null;
    });
  }

  signOutOthers(conversationId: string): Promise<OpenConversation> {
    return this.#answer(null, () => {
      const conversation = this.#current(conversationId);
      conversation.epoch++;
      this.#signIn(conversationId, conversation);
      return this.#opened(conversationId);
    });
  }

  remove(conversationId: string): Promise<null> {
    return this.#answer(null, () => {
      this.#current(conversationId).isDeleted = true;
      this.session = null;
      return null;
    });
  }

  texts(): string[][] {
    return [...this.conversations.values()].map(({ messages }) => messages.map(({ text }) => text));
  }

  get first(): Conversation {
    const [first] = this.conversations.values();
    if (!first) throw new Error('There is no conversation.');
    return first;
  }

  async #answer<T>(arrived: (UnsentMessage & Vouched) | null, act: () => T): Promise<T> {
    const mishap = this.mishaps.shift() ?? null;
    if (arrived && mishap !== 'offline') this.arrived.push(arrived);
    if (mishap === null) return act();
    const cookie = [this.session, this.#epoch] as const;
    if (mishap === 'lost-answer') act();
    // The answer would have set the cookie.
    [this.session, this.#epoch] = cookie;
    const code = mishap === 'lost-answer' ? 'offline' : mishap;
    throw new ApiProblem(code, {
      ...(this.retryAfterSeconds ? { retryAfterSeconds: this.retryAfterSeconds } : {}),
      ...(this.errors ? { errors: this.errors } : {}),
    });
  }

  #signIn(id: string, { epoch }: Conversation): void {
    this.session = id;
    this.#epoch = epoch;
  }

  #current(id: string): Conversation {
    const conversation = this.conversations.get(id);
    if (!conversation || this.session !== id) throw new ApiProblem('session-ended');
    if (conversation.isDeleted) throw new ApiProblem('conversation-deleted');
    if (conversation.epoch !== this.#epoch) throw new ApiProblem('session-ended');
    return conversation;
  }

  #store(messages: Message[], { messageId, text }: UnsentMessage): Message {
    const before = messages.find(({ id }) => id === messageId);
    if (before) return before;
    const message: Message = { id: messageId, kind: 'text', sender: VISITOR, text, createdAt: this.#clock++ };
    messages.push(message);
    return message;
  }

  #opened(id: string): OpenConversation {
    const { messages = [], isBlocked = false, visitor = { name: '' } } = this.conversations.get(id) ?? {};
    return {
      conversation: { id, managerId: 'manager-1', isBlocked, ...visitor, messageCount: messages.length, createdAt: 1 },
      messages: messages.slice(-50),
      token: null,
    };
  }
}
