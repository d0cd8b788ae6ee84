import { isFromManager, type ParticipantId } from '@foyer/domain/participant';
import type { Chance } from './chance.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How many messages come in the hours from 0 to 23: office hours, and again in the evening. */
const AT_HOURS = [1, 1, 0, 0, 0, 1, 3, 6, 12, 18, 20, 18, 10, 12, 16, 16, 14, 12, 8, 7, 8, 7, 5, 2];
const HOURS = AT_HOURS.flatMap((count, hour) => Array<number>(count).fill(hour));
/** Of the days from Sunday to Saturday. */
const WEEKDAYS = [0.3, 1, 1, 0.95, 0.95, 0.8, 0.35];
/** Days on which a page was shared, and which share of all conversations they get. */
const BURSTS = 12;
const BURST_SHARE = 0.08;

/** When a conversation begins: within `years` before `nowMs`, more of them lately, in office hours (UTC), and many on a few days. */
export function beginning(chance: Chance, seed: number, { nowMs, years }: { nowMs: number; years: number }): number {
  const span = years * 365 * DAY_MS;
  const ago = chance.is(BURST_SHARE) ? (span * ((seed % 97) / 97 + chance.between(1, BURSTS))) / (BURSTS + 2) : span * chance.next() ** 1.5;
  const day = Math.floor((nowMs - ago) / DAY_MS);
  const time = day * DAY_MS + chance.pick(HOURS) * HOUR_MS + chance.between(0, HOUR_MS - 1);
  const isQuiet = !chance.is(WEEKDAYS[new Date(time).getUTCDay()] ?? 1);
  const moved = isQuiet ? time - 2 * DAY_MS : time;
  // Today's are in the past too.
  return moved < nowMs - HOUR_MS ? moved : nowMs - chance.between(HOUR_MS, DAY_MS);
}

/** The times of a conversation's messages, the first of them at `begin`; none is after `nowMs`. */
export function timesFrom(chance: Chance, begin: number, senders: readonly ParticipantId[], nowMs: number): number[] {
  const gaps = senders.slice(1).map((sender, index) => {
    if (sender === senders[index]) return chance.spread() * 3 * MINUTE_MS;
    return chance.spread() * (isFromManager({ sender }) ? 5 : 3) * HOUR_MS;
  });
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const room = nowMs - begin - MINUTE_MS;
  const scale = total > room ? room / total : 1;
  const times = [begin];
  for (const gap of gaps) times.push(Math.floor((times.at(-1) ?? begin) + gap * scale));
  return times;
}
