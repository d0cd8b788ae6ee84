/** The sentence for one conversation, or the one for many, which is given their count. */
export function inNumber(conversations: readonly unknown[], one: string, many: (count: number) => string): string {
  return conversations.length === 1 ? one : many(conversations.length);
}
