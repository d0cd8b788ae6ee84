import type { ConversationState } from '../conversations/conversation-state.ts';
import type { Act } from './act.ts';
import { ACTS } from './register.ts';

/** An act for several conversations. */
export interface Offer {
  act: Act;
  /** Why it can't be done to all of them, or `null` if it can. */
  whyNot: string | null;
}

export interface Offers {
  /** Those that rows have too. */
  direct: readonly Offer[];
  menu: readonly Offer[];
  menuEnd: readonly Offer[];
}

/** Acts without a change save a file for each conversation; browsers ask before they save many. */
const FILES_MAX = 10;

/**
 * What the bar offers for these conversations: each act that applies to at least one of them. Of acts that share a key, only the first one
 * that applies to all, or else the first.
 */
export function offersFor(conversations: readonly ConversationState[]): Offers {
  const possible = ACTS.filter(
    (act) => conversations.some((one) => act.canApply([one])) && (!('run' in act) || conversations.length <= FILES_MAX),
  );
  const offered = possible.filter((act) => act === bestOf(possible, act, conversations));
  const isIn = (act: Act, ...places: readonly string[]) =>
    conversations.some((one) => act.places(one).some((place) => places.includes(place)));
  const offers = offered.map((act): Offer & { place: keyof Offers } => ({
    act,
    whyNot: act.canApply(conversations) ? null : (act.whyNot?.(conversations) ?? ''),
    place: isIn(act, 'row', 'row end') ? 'direct' : isIn(act, 'menu end') ? 'menuEnd' : 'menu',
  }));
  const at = (wanted: keyof Offers) => offers.filter(({ place }) => place === wanted);
  return { direct: at('direct'), menu: at('menu'), menuEnd: at('menuEnd') };
}

function bestOf(possible: readonly Act[], { key, name }: Act, conversations: readonly ConversationState[]): Act | undefined {
  const same = possible.filter((other) => (key === undefined ? other.name === name : other.key === key));
  return same.find((other) => other.canApply(conversations)) ?? same[0];
}
