/** Until it has moved this far, a finger presses. */
const SLOP_PX = 10;
/** From here on a swipe counts: a quarter of the row, but no further than a thumb reaches. */
const FAR_SHARE = 0.25;
const FAR_PX = 104;
/** How far a row can still be pulled beyond that. */
const BAND_PX = 72;
/** How readily it follows there, as scrolling does beyond its end on phones. */
const STRETCH = 0.55;

/** Which side of the line a finger goes to: its end or its start. */
export type Side = 'end' | 'start';

export function sideOf(dx: number, isRightToLeft: boolean): Side {
  return dx > 0 === isRightToLeft ? 'start' : 'end';
}

/** What a finger that has moved this far is doing, in px. `null`: it cannot be told yet. */
export function intentOf(dx: number, dy: number): 'swipe' | 'scroll' | null {
  if (Math.max(Math.abs(dx), Math.abs(dy)) < SLOP_PX) return null;
  return Math.abs(dx) > Math.abs(dy) ? 'swipe' : 'scroll';
}

export function isFar(dx: number, width: number): boolean {
  return Math.abs(dx) >= farOf(width);
}

/** How far a row moves with a finger, in px: exactly as far until the swipe counts, then less and less. Where nothing is offered, it only gives. */
export function shiftOf(dx: number, width: number, isOffered: boolean): number {
  const free = isOffered ? farOf(width) : 0;
  const beyond = Math.abs(dx) - free;
  const moved = beyond <= 0 ? Math.abs(dx) : free + BAND_PX * (1 - 1 / ((beyond * STRETCH) / BAND_PX + 1));
  return Math.sign(dx) * moved;
}

function farOf(width: number): number {
  return Math.min(FAR_PX, width * FAR_SHARE);
}
