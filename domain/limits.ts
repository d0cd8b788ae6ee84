/** Lengths are UTF-16 units, as in JavaScript, security rules and `maxlength`. No imports: visitors load the numbers without schemas. */

/** 4,000 units are at most 12,000 bytes of UTF-8: under the 16 kB limit of a message. */
export const TEXT_MAX = 4000;
export const PREVIEW_MAX = 140;
export const SYSTEM_TEXT_MAX = 280;
export const NAME_MAX = 60;
export const HEADLINE_MAX = 140;
export const BIO_MAX = 4000;
export const LINK_MAX = 500;
export const EMAIL_MAX = 254;
export const SLUG_MIN = 3;
export const SLUG_MAX = 30;
/** Earlier addresses of one page that redirect to it. Without a limit, one manager could reserve any number of names. */
export const FORMER_SLUGS_MAX = 5;
/** Bytes of a request's body, before parsing. */
export const BODY_MAX = 32_768;
/** The same for a profile, with every list full of long texts at three bytes a letter. */
export const PROFILE_BODY_MAX = 600_000;
export const MESSAGES_PAGE = 50;
export const INBOX_PAGE = 30;
/** The largest `limit` that the security rules accept for any list. */
export const LIST_MAX = 50;
/** Conversations in one browser's cookie. */
export const SESSIONS_MAX = 20;
/** A visitor may send ten messages in a burst, then one every four seconds. */
export const MESSAGE_RATE = { burst: 10, refillMs: 4000 } as const;
/** And 300 a day, enough for a conversation of two people. */
export const MESSAGE_DAY_RATE = { burst: 300, refillMs: 288_000 } as const;
/** A conversation gets 20 new codes in a burst, then one every 72 minutes: 20 a day. */
export const NEW_CODE_RATE = { burst: 20, refillMs: 4_320_000 } as const;
/** Lines per message: a page and a half of code, but no flood of line breaks. */
export const LINES_MAX = 200;
/** Combining marks per letter. Written languages need four; hundreds of them overlap the neighbouring lines. */
export const MARKS_MAX = 8;
export const LABEL_NAME_MAX = 40;
export const LABELS_MAX = 20;
export const CANNED_REPLY_TITLE_MAX = 60;
/** Length of the id of a profile's item, and of a label's id in a conversation. */
export const KEPT_ID_MAX = 40;
/**
 * Length of the id of a new label, canned reply or note, in symbols of `a-z0-9`. The rules can't count documents, so the ids limit them: at
 * most 1,296 each, for notes in each conversation.
 */
export const SLOT_LENGTH = 2;
/** Replies of one conversation that wait for their time. */
export const SCHEDULED_MAX = 20;
/** How far ahead a reply can be scheduled: a year, also a leap year. */
export const SCHEDULE_AHEAD_MS = 366 * 24 * 3_600_000;
export const REPORT_NOTE_MAX = 1000;
/** How long a presence signal counts. */
export const TYPING_MS = 6000;
/** How often someone who is here says so: 57 writes an hour. */
export const HEARTBEAT_MS = 64_000;
/** One and a half heartbeats: a late one doesn't count as leaving. */
export const SEEN_MS = 1.5 * HEARTBEAT_MS;
/** A search with its filters. */
export const SEARCH_MAX = 500;
/** Search terms of a message. Each is an entry of an index, and every reader of the message downloads them. */
export const MESSAGE_TERMS_MAX = 600;
/** Those of a conversation's name and section, and of the manager's own name for the visitor. */
export const NAME_TERMS_MAX = 60;
/** Longer words are cut. */
export const TERM_MAX = 30;
/** Of a contact: lengths of its texts, and how many entries its lists have. */
export const CONTACT = {
  notes: 4000,
  fields: 20,
  label: 40,
  value: 500,
  emails: 10,
  phones: 10,
  phone: 60,
  conversations: 50,
  terms: 120,
} as const;
