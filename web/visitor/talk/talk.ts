import type { OpenConversation, VisitorConversation } from '@foyer/domain/conversation';
import type { Fault } from '@foyer/domain/fault';
import { TEXT_MAX } from '@foyer/domain/limits';
import type { ShownPresence } from '@foyer/domain/manager-presence';
import { makeResumeCode, type ResumeCode, randomSymbols } from '@foyer/domain/resume-code';
import { normaliseText, textFault } from '@foyer/domain/text';
import { createOutbox, type Failure, type Outgoing, type Wait } from '../../conversation/outbox.ts';
import { type Reading, UNREAD } from '../../conversation/reading.ts';
import type { ApiProblem } from '../../lib/api.ts';
import { untilLoaded } from '../../lib/until-loaded.ts';
import type { Keeper, UnsentMessage } from './keeper.ts';
import type { VisitorApi } from './visitor-api.ts';

/** One at a time. `link` is the fragment of a resume link, or the text of the message `draft`, which is or looks like a code. */
export type Card =
  | 'code'
  | 'name'
  | 'new-code'
  | 'language'
  | 'sign-out'
  | 'signed-out'
  | 'copy'
  | 'forget'
  | 'alerts'
  | 'delete'
  | 'enter-code'
  | 'ended'
  | { link: string; draft?: Draft };

export interface State extends Reading {
  /** `box`: nothing was sent yet. `opening`: the conversation is being fetched. `ended`: this browser may no longer read it. */
  phase: 'box' | 'opening' | 'open' | 'ended';
  conversation: VisitorConversation | null;
  outgoing: readonly Outgoing<UnsentMessage>[];
  wait: Wait | null;
  /** How the manager is there; `null` while that is unknown or not for this visitor. */
  presence: ShownPresence | null;
  card: Card | null;
  /** The conversation that asks for the visitor's name: once, after a first message without one. Otherwise empty. */
  asksName: string;
  /** A sentence about what just happened, or empty. */
  said: string;
}

export const EMPTY: State = {
  ...UNREAD,
  phase: 'box',
  conversation: null,
  outgoing: [],
  wait: null,
  presence: null,
  card: null,
  asksName: '',
  said: '',
};

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
  /** Called when the conversation is open, to keep it up to date. */
  connect(opened: OpenConversation): void;
  disconnect(): void;
  /** Returns text to the composer. `field` is the one to change: the text itself, or the person's details. */
  giveBack(text: string, field?: string): void;
  /** Turns the composer back into the message box; empty if the person asked to remove the conversation. */
  startOver(isRemoved: boolean): void;
  /** A reCAPTCHA token for this browser, if the site uses it and it arrives in time. */
  vouch(): Promise<string | undefined>;
  /** Runs `start` while no other tab starts a conversation on this page. */
  inTurn<T>(start: () => Promise<T>): Promise<T>;
}

export type Talk = ReturnType<typeof createTalk>;

/** A visitor's side of one conversation, without UI: its state, and sending. Returning to it is in `returning.ts`. */
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
    changed: (outgoing, wait) => set({ outgoing, wait }),
  });

  const loadShow = () => untilLoaded(() => import('./show.ts'));

  /** Only tells whether the server was reached: without a connection no file could be loaded either. */
  async function failureOf(cause: unknown): Promise<Failure> {
    const isOffline = (cause as Partial<ApiProblem>).code === 'offline';
    const failure = isOffline ? null : await import('./failure.ts').then((file) => file.failureOf(talk, cause)).catch(() => null);
    return failure ?? { outcome: 'wait', reason: 'offline', why: '', waitMs: 0 };
  }

  async function post(message: UnsentMessage): Promise<void> {
    if (message.conversationId) await sendFurther(message, message.conversationId);
    else await inTurn(() => sendFirst(message));
  }

  async function sendFurther(message: UnsentMessage, conversationId: string): Promise<void> {
    const sent = await api.send({ ...message, conversationId });
    (await loadShow()).showSent(talk, sent);
  }

  /** The message gets its code only here: another tab may have started the conversation while this one waited. */
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
    const { conversation, messages } = opened;
    keeper.change((before) => ({ ...before, code, conversationId: conversation.id, isCodeSeen: false, startedAt: Date.now() }));
    // The message is sent, however long the rest takes to load.
    set({ phase: 'open', conversation, messages, ...(!conversation.name && { asksName: conversation.id }) });
    loadShow().then(({ show }) => {
      if (state.conversation === conversation) show(talk, opened);
    });
  }

  /** Retries once if the session was lost, not ended, and could be restored. */
  async function withSession<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (cause) {
      const isLost = (cause as Partial<ApiProblem>).body?.isSessionMissing;
      const found = isLost && (await import('./lost-session.ts').catch(() => null));
      if (found && (await found.regainSession(keeper, api))) return ask();
      throw cause;
    }
  }

  /** The server may send a challenge for a first message. The browser solves it and sends the same message again with the proof. */
  async function start(first: UnsentMessage & { code: ResumeCode }): Promise<OpenConversation> {
    const recaptchaToken = await vouch();
    try {
      return await api.start({ ...first, recaptchaToken });
    } catch (cause) {
      const challenge = (cause as Partial<ApiProblem>).body?.challenge;
      const proof =
        challenge && (await import('./prove.ts').then((file) => file.prove(talk, cause as ApiProblem, challenge)).catch(() => null));
      if (proof) return api.start({ ...first, proof });
      throw cause;
    }
  }

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
    connect,
    takeBack,
    giveBack,
    giveBackAll,
    startOver,
    disconnect,

    /** Sends the text, or returns why it can't be sent. */
    send({ text: typed, ...person }: Draft): Fault | null {
      const text = normaliseText(typed);
      const fault = textFault(text, TEXT_MAX);
      if (fault) return fault;
      // Another tab may have started the conversation, but a message goes to the one on this screen, even if the tab opened another one.
      const conversationId = state.conversation?.id ?? keeper.read().conversationId;
      outbox.send({
        messageId: randomSymbols(crypto.getRandomValues(new Uint8Array(21))),
        text,
        ...(conversationId ? { conversationId } : person),
      });
      return null;
    },
  };
  return talk;
}
