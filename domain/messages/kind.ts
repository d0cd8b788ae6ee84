/** What a message stores for its kind, next to its envelope. Each kind reads its own fields; none is trusted to be there. */
export interface Content {
  readonly text?: unknown;
}

/** One kind of message. Its schema is in `<kind>-schema.ts`, because browsers load no schemas. */
export interface MessageKind {
  /** The message as text: in notifications, exports, the inbox, and wherever a kind has no form of its own. `null` when its fields are missing. */
  plainText(content: Content): string | null;
}
