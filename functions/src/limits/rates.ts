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

/** Times a conversation is opened through the API. A thread that polls asks once in five seconds. */
export const OPEN_RATE: Rate = { burst: 30, refillMs: 2000 };

/** Copies of a conversation, each of which reads all of it. */
export const EXPORT_RATE: Rate = { burst: 5, refillMs: 60_000 };

/** Times a manager has us look at another site: five, then four a minute. */
export const LINK_CHECK_RATE: Rate = { burst: 5, refillMs: 15_000 };

/** Pictures of one manager, each of which may take a processor for ten seconds: a gallery at once, then one in five seconds. */
export const UPLOAD_RATE: Rate = { burst: 40, refillMs: 5000 };

/** New conversations of one network: five, then ten an hour. */
export const CONVERSATIONS_RATE: Rate = { burst: 5, refillMs: 360_000 };

/** Wrong codes of one network. With 95 random bits in a code this is far below what guessing needs. */
export const CODES_RATE: Rate = { burst: 10, refillMs: 60_000 };

/** A neighbourhood of networks may have this many times as much as one of them. */
export const WIDE_FACTOR = 10;

/** New conversations of one manager in one hour: beyond the first number they wait in the requests, beyond the second they are refused. */
export const MANAGER_HOUR = { soft: 60, hard: 300 } as const;
