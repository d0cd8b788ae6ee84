import type { ConversationDocument } from '@foyer/domain/conversation';
import type { Answer } from '@foyer/domain/endpoint';
import { nameTermsOf } from '@foyer/domain/message-terms';
import { type ParticipantId, VISITOR } from '@foyer/domain/participant';
import type { searchEndpoint } from '@foyer/domain/search';
import { createApp } from '@foyer/functions/app';
import { INBOX_SEARCH_RATE } from '@foyer/functions/limits/rates';
import type { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { expect } from 'vitest';
import { type Account, someAccount } from './account.ts';
import { openTestCloud, type TestCloud } from './cloud.ts';
import { addMessage, putConversation } from './conversation.ts';
import { type Reply, Visitor } from './visitor.ts';

type Results = Answer<typeof searchEndpoint>;

export const NO_RESULTS: Results = { conversations: [], matching: [], messages: [], next: null };

export function someConversationId(): string {
  return Array.from(nanoid(32), (letter) => ((letter.codePointAt(0) ?? 0) % 16).toString(16)).join('');
}

/** A signed-in manager with conversations, and their search over HTTP. */
export class Searching {
  readonly cloud: TestCloud = openTestCloud();
  readonly managerId: string;
  /** How long they wait before each search, so that its limit isn't reached. */
  paceMs: number = INBOX_SEARCH_RATE.refillMs;
  readonly #idToken: string;

  constructor({ uid, idToken }: Account) {
    this.managerId = uid;
    this.#idToken = idToken;
  }

  static async open(): Promise<Searching> {
    return new Searching(await someAccount());
  }

  async conversation(text: string, traits: Partial<ConversationDocument<Timestamp>> = {}, when?: Timestamp): Promise<string> {
    const id = someConversationId();
    const terms = nameTermsOf(traits.visitor?.name ?? '', traits.section ?? null);
    const alias = traits.alias === undefined ? {} : { aliasTerms: nameTermsOf(traits.alias) };
    const content = { text, traits: { terms, ...alias, ...traits }, ...(when && { at: when }) };
    await putConversation(await this.cloud.tables(), this.managerId, id, content);
    return id;
  }

  async add(id: string, text: string, sender: ParticipantId = VISITOR): Promise<string> {
    return addMessage(await this.cloud.tables(), this.managerId, id, { sender, text });
  }

  raw(
    query: Record<string, string>,
    headers: Record<string, string> = { authorization: `Bearer ${this.#idToken}` },
  ): Promise<Reply<Results>> {
    this.cloud.advance(this.paceMs);
    return new Visitor(createApp(this.cloud).request).raw<Results>(`/api/search?${new URLSearchParams(query)}`, { headers });
  }

  async find(q: string, after?: string): Promise<Results> {
    const { status, body } = await this.raw({ q, ...(after === undefined ? {} : { after }) });
    expect(status).toBe(200);
    return body;
  }

  /** The marked parts of each passage, over all pages. */
  async marked(q: string): Promise<string[][]> {
    const found: string[][] = [];
    for (let next: string | undefined, pages = 0; pages < 20; pages++) {
      const page = await this.find(q, next);
      found.push(...page.messages.map(({ passage, marks }) => marks.map(([start, end]) => passage.slice(start, end))));
      if (page.next === null) return found;
      next = page.next;
    }
    throw new Error('the pages do not end');
  }
}
