import { plainLetters } from '@foyer/domain/plain-letters';
import type { CannedReply } from './follow-replies.ts';

/** Best matches first. Only titles are matched by single letters in order: in a long text they would match everything. */
const RANKS: readonly ((title: string, text: string, query: string) => boolean)[] = [
  (title, _, query) => title.startsWith(query),
  (title, _, query) => title.split(/\s+/).some((word) => word.startsWith(query)),
  (title, _, query) => title.includes(query),
  (_, text, query) => text.includes(query),
  (title, _, query) => hasLettersInOrder(title, query),
];

/** The replies that match what was typed, best first and then by title; all of them for an empty query. */
export function findReplies(replies: readonly CannedReply[], typed: string): CannedReply[] {
  const query = plainLetters(typed);
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, query) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.reply.title.localeCompare(b.reply.title))
    .map(({ reply }) => reply);
}

function rankOf({ title, text }: CannedReply, query: string): number {
  const plain = [plainLetters(title), plainLetters(text)] as const;
  return RANKS.findIndex((matches) => matches(...plain, query));
}

function hasLettersInOrder(title: string, query: string): boolean {
  let from = 0;
  for (const letter of query) {
    const at = title.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
