import type { Rate } from '@foyer/domain/rate-limit';

/** How much of everything is let in. The limits inside a conversation are the product's own: domain/limits.ts. */

/** Writes of one network that one instance takes: an office behind one address, not a script. */
export const NETWORK_RATE: Rate = { burst: 20, refillMs: 3000 };

/** Writes of everybody together that one instance takes, some five times what it is expected to carry. */
export const INSTANCE_RATE: Rate = { burst: 100, refillMs: 20 };

/** Views that one instance counts of one network: a full lecture hall at once, then not more than people can make. */
export const VIEW_RATE: Rate = { burst: 60, refillMs: 3000 };

/** Views of everybody together that one instance takes. */
export const VIEWS_RATE: Rate = { burst: 400, refillMs: 4 };

/**
 * Reads of one network that one instance takes, in the units of `READ_COST`: a lecture hall that opens 300 conversations at once, then 20
 * units a second. Pages that Hosting's CDN has do not reach an instance.
 */
export const READ_RATE: Rate = { burst: 600, refillMs: 50 };

/** What reads cost their network, in units of a page that is served from memory (`READ_RATE`). About one unit for a document read. */
export const READ_COST = {
  page: 1,
  /** A page or picture that has to be looked up first: up to three documents. */
  lookUp: 3,
  /** A page of search results is made for one person. */
  results: 3,
  /** Up to 72 documents. */
  search: 15,
  conversation: 2,
  /** The API's own document: 150 kB, for developers. */
  openApi: 10,
  /** A conversation as a page, rendered for one person. */
  form: 5,
  /** Up to six documents. */
  slugCheck: 6,
  /** All of a conversation. */
  export: 15,
} as const;

/** Bytes that cost one unit more: pages and pictures have no bound that traffic would not feel. */
export const BYTES_OF_UNIT = 64_000;

/** Reads of everybody together that one instance takes, in the same units. */
export const INSTANCE_READ_RATE: Rate = { burst: 2000, refillMs: 2 };

/** Pages and pictures that one instance looks up for everybody together: at most 150 documents a second, where none of them exists. */
export const LOOK_UP_RATE: Rate = { burst: 300, refillMs: 20 };

/** Searches that one instance looks up for everybody together, at up to 72 documents each. */
export const SEARCH_RATE: Rate = { burst: 30, refillMs: 1000 };

/** Times a manager asks whether an address is free, at up to six documents each. The form asks while they type. */
export const SLUG_CHECK_RATE: Rate = { burst: 40, refillMs: 1000 };

/** Times a conversation is opened through the API. A thread that polls asks once in five seconds. */
export const OPEN_RATE: Rate = { burst: 30, refillMs: 2000 };

/** Copies of a conversation, each of which reads all of it. */
export const EXPORT_RATE: Rate = { burst: 5, refillMs: 60_000 };

/** Times a manager has us look at another site: five, then four a minute. */
export const LINK_CHECK_RATE: Rate = { burst: 5, refillMs: 15_000 };

/** Pictures of one manager, each of which may take a processor for ten seconds: a gallery at once, then one in five seconds. */
export const UPLOAD_RATE: Rate = { burst: 40, refillMs: 5000 };

/**
 * Forms refused for being too fast that are given back on a page with all their words, of one network and of everybody together. Beyond
 * that the refusal is one sentence: rendering pages for a flood would cost more than letting it in.
 */
export const GIVEN_BACK_RATE: Rate = { burst: 10, refillMs: 3000 };
export const GIVEN_BACK_BY_INSTANCE_RATE: Rate = { burst: 50, refillMs: 100 };

/** New conversations of one network: five, then ten an hour. */
export const CONVERSATIONS_RATE: Rate = { burst: 5, refillMs: 360_000 };

/** Wrong codes of one network. With 95 random bits in a code this is far below what guessing needs. */
export const CODES_RATE: Rate = { burst: 10, refillMs: 60_000 };

/** A neighbourhood of networks may have this many times as much as one of them. */
export const WIDE_FACTOR = 10;

/** New conversations of one manager in one hour: beyond the first number they wait in the requests, beyond the second they are refused. */
export const MANAGER_HOUR = { soft: 60, hard: 300 } as const;
