import type { Content, MessageKind } from './kind.ts';
import { system } from './system.ts';
import { text } from './text.ts';

/** Every kind of message that this version knows. */
export const KINDS = { text, system } as const satisfies Readonly<Record<string, MessageKind>>;

/** The kind of a message. Stored kinds may be unknown here: a newer version wrote them. */
export type KindName = keyof typeof KINDS;

/** Shown for a message of a kind that this version doesn't know, or one whose fields are missing. */
export const UNKNOWN_KIND_TEXT = 'This kind of message can’t be shown here.';

/** Whether this version can show messages of that kind. */
export function isKnownKind(kind: string): kind is KindName {
  return Object.hasOwn(KINDS, kind);
}

/** A message as text; never empty, never throws. */
export function plainTextOf(kind: string, content: Content): string {
  return (isKnownKind(kind) && KINDS[kind].plainText(content)) || UNKNOWN_KIND_TEXT;
}
