/** What was begun and not sent, one for each conversation. It ends with the tab, or when its manager signs out. */

const key = (conversationId: string) => `foyer:draft:${conversationId}`;
const memory = new Map<string, string>();

export function readDraft(conversationId: string): string {
  try {
    return sessionStorage.getItem(key(conversationId)) ?? memory.get(conversationId) ?? '';
  } catch {
    return memory.get(conversationId) ?? '';
  }
}

export function keepDraft(conversationId: string, text: string): void {
  if (text === '') memory.delete(conversationId);
  else memory.set(conversationId, text);
  try {
    if (text === '') sessionStorage.removeItem(key(conversationId));
    else sessionStorage.setItem(key(conversationId), text);
  } catch {
    // Full or refused: this tab goes on from memory.
  }
}
