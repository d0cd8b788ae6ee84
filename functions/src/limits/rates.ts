import type { Rate } from '@foyer/domain/rate-limit';

/** How many requests are admitted. The limits inside a conversation belong to the product: domain/limits.ts. */

/** Writes per network and instance: enough for an office behind one address, not for a script. */
export const NETWORK_RATE: Rate = { burst: 20, refillMs: 3000 };

/** All writes per instance, some five times the expected load. */
export const INSTANCE_RATE: Rate = { burst: 100, refillMs: 20 };

/** Views per network and instance: a full lecture hall at the same moment, then no more than people can make. */
export const VIEW_RATE: Rate = { burst: 60, refillMs: 3000 };

/** All views per instance. */
export const VIEWS_RATE: Rate = { burst: 400, refillMs: 4 };

/** Per network: a lecture hall opens 300 conversations, then 20 units a second. Pages cached by Hosting's CDN don't reach an instance. */
export const READ_RATE: Rate = { burst: 600, refillMs: 50 };

/** In units of one page served from memory: about one unit per document read. */
export const READ_COST = {
  page: 1,
  /** Up to three documents. */
  lookUp: 3,
  results: 3,
  /** Up to 72 documents. */
  search: 15,
  /** A manager's search: up to 60 documents, usually some 20. They type while it runs. */
  inbox: 15,
  conversation: 2,
  /** 150 kB, for developers. */
  openApi: 10,
  /** Rendered for one person, as are results. */
  form: 5,
  /** Up to six documents. */
  slugCheck: 6,
  /** All of a conversation. */
  export: 15,
} as const;

/** Bytes that cost one more unit: large pages and pictures count as traffic. */
export const BYTES_OF_UNIT = 64_000;

export const INSTANCE_READ_RATE: Rate = { burst: 2000, refillMs: 2 };

/** All look-ups of pages and pictures per instance: at most 150 documents a second if none of them exists. */
export const LOOK_UP_RATE: Rate = { burst: 300, refillMs: 20 };

/** All searches per instance, at up to 72 documents each. */
export const SEARCH_RATE: Rate = { burst: 30, refillMs: 1000 };

/** Searches per manager, at up to 60 documents each: one for each pause while they type. */
export const INBOX_SEARCH_RATE: Rate = { burst: 40, refillMs: 1000 };

/** Slug checks per manager, at up to six documents each. The form checks while they type. */
export const SLUG_CHECK_RATE: Rate = { burst: 40, refillMs: 1000 };

/** Openings of a conversation through the API. A polling thread makes one in five seconds. */
export const OPEN_RATE: Rate = { burst: 30, refillMs: 2000 };

/** Copies of a conversation; each reads all of it. */
export const EXPORT_RATE: Rate = { burst: 5, refillMs: 60_000 };

/** Link checks per manager: five, then four a minute. */
export const LINK_CHECK_RATE: Rate = { burst: 5, refillMs: 15_000 };

/** Test notifications per manager: five, then four a minute. */
export const PUSH_TEST_RATE: Rate = { burst: 5, refillMs: 15_000 };

/** Withdrawals of notifications per manager, at up to nine pushes each: a full inbox read in one go, then one in two seconds. */
export const WITHDRAWAL_RATE: Rate = { burst: 30, refillMs: 2000 };

/** Pictures per manager, at up to ten seconds of CPU each: a gallery, then one in five seconds. */
export const UPLOAD_RATE: Rate = { burst: 40, refillMs: 5000 };

/** `too-fast` forms returned on a page with their content. Beyond that it is one sentence: rendering costs more than admitting. */
export const GIVEN_BACK_RATE: Rate = { burst: 10, refillMs: 3000 };
export const GIVEN_BACK_BY_INSTANCE_RATE: Rate = { burst: 50, refillMs: 100 };

/** New conversations per network: five, then ten an hour. */
export const CONVERSATIONS_RATE: Rate = { burst: 5, refillMs: 360_000 };

/** Mails to addresses that visitors type, per network: three, then three an hour. */
export const MAILS_RATE: Rate = { burst: 3, refillMs: 1_200_000 };

/** Wrong codes per network. With 95 random bits in a code this is far below what guessing needs. */
export const CODES_RATE: Rate = { burst: 10, refillMs: 60_000 };

/** A wide network may use this many times the rate of a narrow one. */
export const WIDE_FACTOR = 10;

/** New conversations per manager and hour: above `soft` they wait in the requests, above `hard` they are refused. */
export const MANAGER_HOUR = { soft: 60, hard: 300 } as const;
