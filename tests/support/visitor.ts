import {
  deleteConversationEndpoint,
  type OpenConversation,
  openConversationEndpoint,
  replaceCodeEndpoint,
  signOutOthersEndpoint,
  startConversationEndpoint,
} from '@foyer/domain/conversation';
import type { Answer, Call, Endpoint } from '@foyer/domain/endpoint';
import { type Message, sendMessageEndpoint } from '@foyer/domain/message';
import type { ProblemBody } from '@foyer/domain/problem';
import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { forgetEndpoint, type ResumedConversation, resumeEndpoint } from '@foyer/domain/session';
import { nanoid } from 'nanoid';
import { type RawAnswer, readAnswer } from './answers.ts';
import { ORIGIN } from './cloud.ts';

/** Sends a request to the API: to an app in this process, or to the real site. */
export type Send = (path: string, init: RequestInit) => Response | Promise<Response>;

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: (T extends null ? object : T) & Omit<Partial<ProblemBody>, 'status'>;
}

/** With letters and digits, as all but one in 2,000 have: a code of one kind, with spaces, may be words or numbers (domain/typed-code.ts). */
export function newCode(): ResumeCode {
  const code = makeResumeCode(crypto.getRandomValues(new Uint8Array(19)));
  return /\d/.test(code) && /[A-Z]/.test(code) ? code : newCode();
}

/** A visitor's browser: it stores its cookie and sends its origin. */
export class Visitor {
  cookie: string | null = null;
  readonly #send: Send;
  readonly #origin: string;
  readonly #address: string | undefined;

  /** `address` is the browser's address according to a proxy. */
  constructor(send: Send, origin: string = ORIGIN, address?: string) {
    this.#send = send;
    this.#origin = origin;
    this.#address = address;
  }

  start(slug: string, more: Partial<Call<typeof startConversationEndpoint>['body']> = {}): Promise<Reply<OpenConversation>> {
    return this.call(startConversationEndpoint, { body: { slug, code: newCode(), messageId: nanoid(), text: 'Good morning', ...more } });
  }

  send(conversationId: string, text: string, messageId: string = nanoid()): Promise<Reply<Message>> {
    return this.call(sendMessageEndpoint, { params: { conversationId }, body: { messageId, text } });
  }

  open(slug: string): Promise<Reply<OpenConversation>> {
    return this.call(openConversationEndpoint, { query: { slug } });
  }

  /** Without a slug it is on no page, where a code of any page opens its conversation. */
  resume(slug: string | undefined, code: string): Promise<Reply<ResumedConversation>> {
    return this.call(resumeEndpoint, { body: { code, ...(slug === undefined ? {} : { slug }) } });
  }

  forget(slug?: string): Promise<Reply<null>> {
    return this.call(forgetEndpoint, { query: slug === undefined ? {} : { slug } });
  }

  replaceCode(conversationId: string, code: string): Promise<Reply<null>> {
    return this.call(replaceCodeEndpoint, { params: { conversationId }, body: { code } });
  }

  signOutOthers(conversationId: string): Promise<Reply<OpenConversation>> {
    return this.call(signOutOthersEndpoint, { params: { conversationId } });
  }

  delete(conversationId: string): Promise<Reply<null>> {
    return this.call(deleteConversationEndpoint, { params: { conversationId } });
  }

  async call<E extends Endpoint>(contract: E, input: Call<E>): Promise<Reply<Answer<E>>> {
    const { params, query, body } = input as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
    const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const address = query ? `${path}?${new URLSearchParams(query)}` : path;
    return this.raw(address, {
      method: contract.method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  submit(address: string, fields: Record<string, string>): Promise<RawAnswer> {
    return this.ask(address, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Any request, with this browser's cookie and origin unless the request has its own. */
  async raw<T>(address: string, init: RequestInit): Promise<Reply<T>> {
    const { status, headers, text } = await this.ask(address, init);
    return { status, headers, body: text === '' ? null : JSON.parse(text) } as Reply<T>;
  }

  async ask(address: string, init: RequestInit): Promise<RawAnswer> {
    const headers = new Headers({
      origin: this.#origin,
      'sec-fetch-site': 'same-origin',
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.#address ? { 'x-forwarded-for': this.#address } : {}),
    });
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value);
    });
    const answer = await this.#send(address, { ...init, headers });
    // The one before it only clears the cookie's path until 2026-11.
    const cookie = answer.headers.getSetCookie().at(-1);
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? null;
    return readAnswer(answer);
  }
}
