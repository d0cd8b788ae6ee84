/** A finger that moves less than this presses. */
const SLOP_PX = 10;
/** A swipe counts from a quarter of the row, but no further than a thumb reaches. */
const FAR_SHARE = 0.25;
const FAR_PX = 104;
/** How far a row can still be pulled after that. */
const BAND_PX = 72;
/** How much of the finger's movement it follows there, like overscrolling on phones. */
const STRETCH = 0.55;

/** The direction of a swipe: towards the end or the start of the line. */
export type Side = 'end' | 'start';

export function sideOf(dx: number, isRightToLeft: boolean): Side {
  return dx > 0 === isRightToLeft ? 'start' : 'end';
}

/** The gesture of a finger that has moved by so many px. `null` if that is still unclear. */
export function intentOf(dx: number, dy: number): 'swipe' | 'scroll' | null {
  if (Math.max(Math.abs(dx), Math.abs(dy)) < SLOP_PX) return null;
  return Math.abs(dx) > Math.abs(dy) ? 'swipe' : 'scroll';
}

export function isFar(dx: number, width: number): boolean {
  return Math.abs(dx) >= farOf(width);
}

/** How far a row moves with a finger, in px: exactly as far until the swipe counts, then less and less. Without an act on that side, it hardly moves. */
export function shiftOf(dx: number, width: number, isOffered: boolean): number {
  const free = isOffered ? farOf(width) : 0;
  const beyond = Math.abs(dx) - free;
  const moved = beyond <= 0 ? Math.abs(dx) : free + BAND_PX * (1 - 1 / ((beyond * STRETCH) / BAND_PX + 1));
  return Math.sign(dx) * moved;
}

function farOf(width: number): number {
  return Math.min(FAR_PX, width * FAR_SHARE);
}
