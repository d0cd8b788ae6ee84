import type { OpenConversation, VisitorConversation } from '@foyer/domain/conversation';
import { TEXT_MAX } from '@foyer/domain/limits';
import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { normaliseText, textFault } from '@foyer/domain/text';
import { nanoid } from 'nanoid';
import { mergeMessages, NOTHING, withNewest } from '../../conversation/messages.ts';
import { createOutbox, type Failure, type Hold, type Outgoing } from '../../conversation/outbox.ts';
import { type Reading, UNREAD } from '../../conversation/reading.ts';
import { ApiProblem } from '../../lib/api.ts';
import type { Keeper, UnsentMessage } from './keeper.ts';
import type { VisitorApi } from './visitor-api.ts';

/**
 * What stands above the composer and asks for attention: one at a time. `link` is what a resume link has for a code, or what was typed as
 * a message, `draft`, and is or looks like a code.
 */
export type Card =
  | 'code'
  | 'name'
  | 'new-code'
  | 'sign-out'
  | 'signed-out'
  | 'copy'
  | 'forget'
  | 'delete'
  | 'enter-code'
  | 'ended'
  | { link: string; draft?: Draft };

export interface State extends Reading {
  /** `box`: nothing was written yet. `opening`: the conversation is being fetched. `ended`: this browser may no longer read it. */
  phase: 'box' | 'opening' | 'open' | 'ended';
  conversation: VisitorConversation | null;
  outgoing: readonly Outgoing<UnsentMessage>[];
  hold: Hold | null;
  card: Card | null;
  /** The conversation in which the thread asks what to call this visitor: once, after a first message without a name. Or nothing. */
  asksName: string;
  /** Whether this browser works on a challenge, before a first message is sent. */
  isChecking: boolean;
  /** What has just happened, in a sentence, or nothing. */
  said: string;
}

/** The message box before anything was sent. */
export const EMPTY: State = {
  ...UNREAD,
  phase: 'box',
  conversation: null,
  outgoing: [],
  hold: null,
  card: null,
  asksName: '',
  isChecking: false,
  said: '',
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
  const outbox = createOutbox<UnsentMessage>({
    kept: {
      read: () => keeper.read().pending,
      change(update) {
        const kept = keeper.read();
        const pending = update(kept.pending);
        if (pending.length > 0 || kept.conversationId) keeper.change(() => ({ ...kept, pending }));
        else keeper.forget();
      },
    },
    post,
    failureOf,
    changed: (outgoing, hold) => set({ outgoing, hold }),
  });

  /** Whether the server was reached or not is all that must be known here: without a connection no file could be loaded either. */
  async function failureOf(cause: unknown): Promise<Failure> {
    const isOffline = cause instanceof ApiProblem && cause.code === 'offline';
    const file = isOffline ? null : await import('./failure.ts').catch(() => null);
    return file?.failureOf(talk, cause) ?? { outcome: 'wait', reason: 'offline', why: '', waitMs: 0 };
  }

  async function post(message: UnsentMessage): Promise<void> {
    if (message.conversationId) await sendFurther(message, message.conversationId);
    else await inTurn(() => sendFirst(message));
  }

  async function sendFurther(message: UnsentMessage, conversationId: string): Promise<void> {
    const sent = await api.send({ ...message, conversationId });
    set({ messages: mergeMessages(state.messages, [sent]) });
  }

  /** The message gets its code here and not before: another tab may have started the conversation while this one waited for its turn. */
  async function sendFirst(message: UnsentMessage): Promise<void> {
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
    if (!opened.conversation.name) state.asksName = opened.conversation.id;
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
  async function start(first: UnsentMessage & { code: ResumeCode }): Promise<OpenConversation> {
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
      ...(isSame ? {} : UNREAD),
      conversation: opened.conversation,
      ...withNewest(isSame ? state : NOTHING, opened.messages, true, opened.conversation.messageCount),
      card: newCode ? 'new-code' : code && !isCodeSeen ? 'code' : null,
    });
    disconnect();
    connect(opened);
  }

  /** Takes messages that were not sent back into the composer. */
  function takeBack(which: (message: Outgoing<UnsentMessage>) => boolean): void {
    giveBackAll(outbox.takeBack(which));
  }

  function giveBackAll(unsent: readonly Outgoing[]): void {
    if (unsent.length > 0) giveBack(unsent.map(({ text }) => text).join('\n\n'), unsent.find(({ wrong }) => wrong)?.wrong);
  }

  const talk = {
    state,
    set,
    api,
    keeper,
    outbox,
    show,
    takeBack,
    giveBack,
    giveBackAll,
    startOver,
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
  return talk;
}
