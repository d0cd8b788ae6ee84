import type { Talk } from '../talk/talk.ts';

/** Records that the person has copied the code, or at least seen it. */
export function markCodeSeen({ keeper }: Talk, isCopied: boolean): void {
  keeper.change((kept) => ({ ...kept, isCodeSeen: true, isCodeCopied: isCopied || kept.isCodeCopied === true }));
}
