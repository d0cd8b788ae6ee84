import type { OpenConversation, VisitorConversation } from '@foyer/domain/conversation';
import { MESSAGES_PAGE, TEXT_MAX } from '@foyer/domain/limits';
import type { Message } from '@foyer/domain/message';
import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { normaliseText, textFault } from '@foyer/domain/text';
import { nanoid } from 'nanoid';
import { ApiProblem } from '../lib/api.ts';
import type { Keeper, Unsent } from './keeper.ts';
import { mergeMessages, mergeNewest } from './merge-messages.ts';
import { createOutbox, type Hold, type Outgoing } from './outbox.ts';
import type { VisitorApi } from './visitor-api.ts';

/**
 * What stands above the composer and asks for attention: one at a time. `link` is what a resume link has for a code, or what was typed as
 * a message, `draft`, and is or looks like a code.
 */
export type Card =
  | 'code'
  | 'new-code'
  | 'sign-out'
  | 'signed-out'
  | 'copy'
  | 'forget'
  | 'delete'
  | 'enter-code'
  | 'ended'
  | { link: string; draft?: Draft };

export interface State {
  /** `box`: nothing was written yet. `opening`: the conversation is being fetched. `ended`: this browser may no longer read it. */
  phase: 'box' | 'opening' | 'open' | 'ended';
  conversation: VisitorConversation | null;
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  hold: Hold | null;
  card: Card | null;
  /** Whether this browser works on a challenge, before a first message is sent. */
  isChecking: boolean;
  /** What has just happened, in a sentence, or nothing. */
  said: string;
  isManagerTyping: boolean;
  /** Up to when the manager has read, by the server's clock. */
  managerReadAt: number;
  /** Whether there are older messages, and they can be fetched. */
  hasOlder: boolean;
}

const EMPTY: State = {
  phase: 'box',
  conversation: null,
  messages: [],
  outgoing: [],
  hold: null,
  card: null,
  isChecking: false,
  said: '',
  isManagerTyping: false,
  managerReadAt: 0,
  hasOlder: false,
};

/** Whether there is a thread to show, or still the message box alone. */
export function isThread({ phase, outgoing }: Pick<State, 'phase' | 'outgoing'>): boolean {
  return phase === 'opening' || phase === 'open' || outgoing.length > 0;
}

export interface Draft {
  text: string;
  name?: string;
  email?: string;
  section?: string;
}

interface Needs {
  api: VisitorApi;
  keeper: Keeper;
  changed(): void;
  /** The conversation is open: it is to be kept up to date from here on. */
  connect(opened: OpenConversation): void;
  disconnect(): void;
  /** Gives text back to the composer, to be changed in one of its fields: the text itself, or what the person said of themselves. */
  giveBack(text: string, field?: string): void;
  /** The composer is the message box again: an empty one, where the person has had the conversation removed. */
  startOver(isRemoved: boolean): void;
  /** A word of reCAPTCHA's for this browser, where the site asks for one and it can be had in time. */
  vouch(): Promise<string | undefined>;
  /** Runs what starts a conversation while no other tab starts one on this page. */
  inTurn<T>(start: () => Promise<T>): Promise<T>;
}

export type Talk = ReturnType<typeof createTalk>;

/** A visitor's side of one conversation, without a screen: what is known, and sending. Coming back to it is in `returning.ts`. */
export function createTalk({ api: asked, keeper, changed, connect, disconnect, giveBack, startOver, vouch, inTurn }: Needs) {
  const state: State = { ...EMPTY };
  const set = (patch: Partial<State>): void => {
    Object.assign(state, patch);
    changed();
  };
  const api: VisitorApi = {
    start: (first) => asked.start(first),
    send: (message) => withSession(() => asked.send(message)),
    open: () => withSession(() => asked.open()),
    resume: (code) => asked.resume(code),
  };
  const outbox = createOutbox({ keeper, post, heed, changed: (outgoing, hold) => set({ outgoing, hold }) });

  async function post(message: Unsent): Promise<void> {
    if (message.conversationId) await sendFurther(message, message.conversationId);
    else await inTurn(() => sendFirst(message));
  }

  async function sendFurther(message: Unsent, conversationId: string): Promise<void> {
    const sent = await api.send({ ...message, conversationId });
    set({ messages: mergeMessages(state.messages, [sent]) });
  }

  /** The message gets its code here and not before: another tab may have started the conversation while this one waited for its turn. */
  async function sendFirst(message: Unsent): Promise<void> {
    const kept = keeper.read();
    if (kept.conversationId && (!message.code || message.code === kept.code)) return sendFurther(message, kept.conversationId);
    const code = message.code ?? kept.code ?? makeResumeCode(crypto.getRandomValues(new Uint8Array(19)));
    message.code = code;
    keeper.change((before) => ({
      ...before,
      code,
      pending: before.pending.map((other) => (other.messageId === message.messageId ? { ...other, code } : other)),
    }));
    const opened = await start({ ...message, code });
    keeper.change((before) => ({ ...before, code, conversationId: opened.conversation.id, isCodeSeen: false, startedAt: Date.now() }));
    show(opened);
  }

  /** Asks once more where the session was lost, not ended, after it has been got back. */
  async function withSession<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ApiProblem && cause.body.isSessionMissing)) throw cause;
      const found = await import('./lost-session.ts').catch(() => null);
      if (!(await found?.regainSession(keeper, api))) throw cause;
      return ask();
    }
  }

  /** The server may ask who sends a first message. The browser finds the answer by itself, and sends the same message again with it. */
  async function start(first: Unsent & { code: ResumeCode }): Promise<OpenConversation> {
    const recaptchaToken = await vouch();
    try {
      return await api.start({ ...first, recaptchaToken });
    } catch (cause) {
      const challenge = cause instanceof ApiProblem && cause.body.challenge;
      if (!challenge) throw cause;
      set({ isChecking: true });
      const solver = await import('./challenge.ts').catch(() => null);
      const proof = await solver?.solveChallenge(challenge);
      set({ isChecking: false });
      if (!proof) throw cause;
      return api.start({ ...first, proof });
    }
  }

  function show(opened: OpenConversation): void {
    const { code, newCode, isCodeSeen, isSigningOut } = keeper.read();
    if (isSigningOut) keeper.change((kept) => ({ ...kept, isSigningOut: false }));
    const isSame = state.conversation?.id === opened.conversation.id;
    set({
      phase: 'open',
      ...(isSame ? {} : { hasOlder: false, managerReadAt: 0, isManagerTyping: false }),
      conversation: opened.conversation,
      messages: mergeNewest(isSame ? state.messages : [], opened.messages, MESSAGES_PAGE),
      card: newCode ? 'new-code' : code && !isCodeSeen ? 'code' : null,
    });
    disconnect();
    connect(opened);
  }

  function ended(): void {
    disconnect();
    // What is no longer this browser's to read leaves the screen too.
    set({ phase: 'ended', messages: [], card: 'ended' });
  }

  /** Back to the message box. What was not sent is in it, unless the person has had the conversation removed from here. */
  function startAnew(said = '', isRemoved = false): void {
    const unsent = outbox.takeBack(() => true);
    keeper.forget();
    set({ ...EMPTY, said });
    disconnect();
    startOver(isRemoved);
    if (!isRemoved) giveBackAll(unsent);
  }

  /** Acts upon what a failure says of the whole conversation, or of who sends. Returns whether it said anything of that kind. */
  function heed(cause: unknown): boolean {
    if (!(cause instanceof ApiProblem)) return false;
    if (cause.code === 'session-ended') ended();
    else if (cause.code === 'conversation-deleted') startAnew(cause.message);
    else if (cause.code === 'not-trusted') {
      takeBack(() => true);
      set({ said: cause.message });
    } else if (cause.code === 'blocked' && state.conversation) {
      set({ conversation: { ...state.conversation, isBlocked: true } });
      takeBack(() => true);
    } else return false;
    return true;
  }

  /** Takes messages that were not sent back into the composer. */
  function takeBack(which: (message: Outgoing) => boolean): void {
    giveBackAll(outbox.takeBack(which));
  }

  function giveBackAll(unsent: readonly Outgoing[]): void {
    if (unsent.length > 0) giveBack(unsent.map(({ text }) => text).join('\n\n'), unsent.find(({ wrong }) => wrong)?.wrong);
  }

  return {
    state,
    set,
    api,
    keeper,
    outbox,
    show,
    ended,
    heed,
    startAnew,
    takeBack,
    giveBack,
    disconnect,

    /** Sends, or says in a sentence why this cannot be sent. */
    send({ text: typed, ...person }: Draft): string | null {
      const text = normaliseText(typed);
      const fault = textFault(text, TEXT_MAX);
      if (fault) return fault;
      // Another tab may have started the conversation. But a message goes to the conversation on this screen, even if another tab has
      // opened a different one.
      const conversationId = state.conversation?.id ?? keeper.read().conversationId;
      outbox.send({ messageId: nanoid(), text, ...(conversationId ? { conversationId } : person) });
      return null;
    },
  };
}
