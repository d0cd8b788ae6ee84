import { RECENT_CHOICES } from '../workspace/recent-choices.ts';
import { recentList } from '../workspace/recent-list.ts';

/** More aren't shown. */
const RECENT_MAX = 5;

const recent = recentList(RECENT_CHOICES, RECENT_MAX);

/** The ids of what was chosen last on this device, the newest first. Signing out forgets them (`workspace/recent-choices.ts`). */
export const readRecent = recent.read;

/** Keeps a choice as the newest. If storage is refused, nothing is kept. */
export const keepRecent = recent.keep;
