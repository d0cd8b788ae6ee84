import type { ProblemBody } from '@foyer/domain/problem';
import { type FoundConversation, type FoundMessage, type SearchResults, searchEndpoint } from '@foyer/domain/search';
import type { Page } from 'playwright-core';

export type Refusal = Pick<ProblemBody, 'code' | 'status'> & Partial<ProblemBody>;
type Answer = SearchResults | Refusal | 'lost';

/** Answers searches in the server's place. Returns what was asked, in order. */
export async function stubSearch(
  page: Page,
  answer: (query: string, after: string | null) => Answer | Promise<Answer>,
): Promise<{ asked: string[] }> {
  const asked: string[] = [];
  await page.route('**/api/search?*', async (route) => {
    const parameters = new URL(route.request().url()).searchParams;
    const query = parameters.get('q') ?? '';
    asked.push(query);
    const answered = await answer(query, parameters.get('after'));
    // The page may have given up meanwhile.
    const done = (): undefined => undefined;
    if (answered === 'lost') await route.abort('internetdisconnected').catch(done);
    else if ('code' in answered) await route.fulfill({ status: answered.status, json: answered }).catch(done);
    else await route.fulfill({ json: searchEndpoint.answer.parse(answered) }).catch(done);
  });
  return { asked };
}

export const NOTHING: SearchResults = { conversations: [], matching: [], messages: [], next: null };

export function foundConversation(id: string, name: string, more: Partial<FoundConversation> = {}): FoundConversation {
  return {
    id,
    name,
    status: 'open',
    tray: 'inbox',
    isUnread: false,
    labels: [],
    section: null,
    preview: '',
    at: Date.now() - 3_600_000,
    ...more,
  };
}

/** A message whose passage marks each occurrence of `match`. */
export function foundMessage(conversationId: string, messageId: string, passage: string, match: string): FoundMessage {
  const marks = [...passage.matchAll(new RegExp(match, 'giu'))].map(({ index, 0: text }): [number, number] => [index, index + text.length]);
  return { conversationId, messageId, sender: 'visitor', passage, marks, createdAt: Date.now() - 86_400_000 * 3 };
}
