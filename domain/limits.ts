/**
 * The product's limits, each once. Lengths are UTF-16 units, as JavaScript, the security rules and HTML's `maxlength` count them.
 * This file imports nothing, so that the visitor's bundle can have the numbers without the schemas.
 */

/** 4,000 units are at most 12,000 bytes of UTF-8: under the 16 kB that a message may weigh. */
export const TEXT_MAX = 4000;
export const PREVIEW_MAX = 140;
/** One line that the server adds to a conversation. */
export const SYSTEM_TEXT_MAX = 280;
export const NAME_MAX = 60;
export const HEADLINE_MAX = 140;
export const BIO_MAX = 4000;
export const LINK_MAX = 500;
export const EMAIL_MAX = 254;
export const SLUG_MIN = 3;
export const SLUG_MAX = 30;
/** Bytes of a request's body, before parsing. */
export const BODY_MAX = 32_768;
/** The same for a profile: with every list full of long texts in a script of three bytes a letter. */
export const PROFILE_BODY_MAX = 600_000;
/** Messages that a thread shows at first, and in each older page. */
export const MESSAGES_PAGE = 50;
/** Conversations in one page of the inbox. */
export const INBOX_PAGE = 30;
/** The largest `limit` that the security rules accept for any list. */
export const LIST_MAX = 50;
/** Conversations that one browser's cookie remembers. */
export const SESSIONS_MAX = 20;
/** A visitor may send ten messages at once, then one every four seconds. */
export const MESSAGE_RATE = { burst: 10, refillMs: 4000 } as const;
/** And 300 a day: a conversation is two people's, not a pipe. */
export const MESSAGE_DAY_RATE = { burst: 300, refillMs: 288_000 } as const;
/** A conversation gets 20 new codes at once, then one every 72 minutes, which is 20 a day. */
export const NEW_CODE_RATE = { burst: 20, refillMs: 4_320_000 } as const;
/** Lines of one message: a page and a half of code, and no wall of line breaks. */
export const LINES_MAX = 200;
/** Combining marks on one letter. Written languages need four; hundreds of them spill over the neighbouring lines. */
export const MARKS_MAX = 8;
export const LABEL_NAME_MAX = 40;
/** Labels on one conversation. */
export const LABELS_MAX = 20;
export const CANNED_REPLY_TITLE_MAX = 60;
/** Symbols in the id of an item of a profile, and in that of a label as a conversation names it. */
export const KEPT_ID_MAX = 40;
/**
 * Symbols of `a-z0-9` in the id of a new label, canned reply or note. The rules can't count documents, so the ids do: there are 1,296 of
 * each at most, of notes in each conversation.
 */
export const SLOT_LENGTH = 2;
/** What a manager may add to a report. */
export const REPORT_NOTE_MAX = 1000;
/** Presence signals count as present for this long after their time. */
export const TYPING_MS = 6000;
export const SEEN_MS = 60_000;
