import type { Content, MessageKind } from './kind.ts';
import { system } from './system.ts';
import { text } from './text.ts';

export const KINDS = { text, system } as const satisfies Readonly<Record<string, MessageKind>>;

/** Stored kinds may be unknown here if a newer version wrote them. */
export type KindName = keyof typeof KINDS;

export const UNKNOWN_KIND_TEXT = 'This kind of message can’t be shown here.';

export function isKnownKind(kind: string): kind is KindName {
  return Object.hasOwn(KINDS, kind);
}

/** A message as text; never empty, never throws. */
export function plainTextOf(kind: string, content: Content): string {
  return (isKnownKind(kind) && KINDS[kind].plainText(content)) || UNKNOWN_KIND_TEXT;
}
