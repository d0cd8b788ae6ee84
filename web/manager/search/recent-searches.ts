import { RECENT_SEARCHES } from '../workspace/recent-choices.ts';
import { recentList } from '../workspace/recent-list.ts';

const RECENT_MAX = 8;

/** What was searched last, on this device only. Signing out forgets it (`workspace/recent-choices.ts`). */
export const recentSearches = recentList(RECENT_SEARCHES, RECENT_MAX);
