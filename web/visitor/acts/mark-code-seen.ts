import type { Talk } from '../talk/talk.ts';

/** The person has the code, or has at least seen it. */
export function markCodeSeen({ keeper }: Talk, isCopied: boolean): void {
  keeper.change((kept) => ({ ...kept, isCodeSeen: true, isCodeCopied: isCopied || kept.isCodeCopied === true }));
}
