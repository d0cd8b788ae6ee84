/** The stored fields of a message's kind. Each kind reads its own and must handle missing ones. */
export interface Content {
  readonly text?: unknown;
}

/** One kind of message. Its schema is in `<kind>-schema.ts`, because browsers load no schemas. */
export interface MessageKind {
  /** The message as text: for notifications, exports, the inbox, and wherever a kind has no view. `null` if its fields are missing. */
  plainText(content: Content): string | null;
}
