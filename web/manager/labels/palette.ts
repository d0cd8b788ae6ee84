import { words } from '../filing-words.ts';

/** Good defaults, with their names. Text is readable on each. */
export const PALETTE = [
  ['#b3261e', words.colourRed],
  ['#b0530f', words.colourAmber],
  ['#4c6b3c', words.colourMoss],
  ['#0f6b62', words.colourSea],
  ['#1d5fa8', words.colourBlue],
  ['#5b3fd6', words.colourViolet],
  ['#a02b6b', words.colourPlum],
  ['#333333', words.colourGraphite],
] as const;
