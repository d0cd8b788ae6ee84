import { beginningOf, charactersOf } from './characters.ts';
import type { Need } from './search-query.ts';
import { type PlacedWord, placeIn, type Word, wordsIn } from './search-words.ts';

/** Beginning and end in UTF-16 units, the end excluded. */
export type Mark = [start: number, end: number];

/** Shorter words are found whole only. In letters. */
const OPEN_MIN = 3;
/** Of a passage with its “…”, in UTF-16 units. */
export const PASSAGE_MAX = 160;
/** What a passage shows before the first match. */
const LEAD = 50;
/** How far a cut moves to the edge of a word. */
const EDGE = 24;

/**
 * Where the words of a query are in a text: in order, without overlaps. `null` if not all of them occur. Takes linear time for each word of
 * the query.
 */
export function matchesIn(text: string, needs: readonly Need[]): Mark[] | null {
  const words = wordsIn(text);
  const places = Map.groupBy(words.keys(), (index) => words[index]?.text ?? '');
  const marks: Mark[] = [];
  for (const need of needs) {
    const found = marksOf(words, places, need);
    if (found.length === 0) return null;
    marks.push(...found);
  }
  return merged(marks);
}

/** The part of a text around its first mark, in one line, at most `PASSAGE_MAX` units, with its marks. */
export function passageOf(text: string, marks: readonly Mark[]): { passage: string; marks: Mark[] } {
  const [first = 0] = marks[0] ?? [];
  const start = text.length <= PASSAGE_MAX ? 0 : startBefore(text, first);
  const end = text.length - start <= PASSAGE_MAX - Math.sign(start) ? text.length : endAfter(text, start, first);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    passage: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark[0] < end && mark[1] > start)
      .map(([from, to]): Mark => [Math.max(from, start) + shift, Math.min(to, end) + shift]),
  };
}

function marksOf(words: readonly PlacedWord[], places: ReadonlyMap<string, readonly number[]>, { words: wanted, isOpen }: Need): Mark[] {
  const [first] = wanted;
  if (!first) return [];
  if (wanted.length === 1)
    return first.isRun ? inRuns(words, first) : isOpen ? ofBeginning(words, first) : wholeWords(words, places, first);
  // A phrase can begin at the end of a run.
  const starts = first.isRun ? [...words.keys()].filter((index) => endsWith(words[index], first)) : (places.get(first.text) ?? []);
  return starts.flatMap((start) => {
    const found = words.slice(start, start + wanted.length);
    const [begin, end] = [found[0], found.at(-1)];
    if (!begin || !end || found.length < wanted.length) return [];
    const isLast = (index: number) => index === wanted.length - 1;
    const fits = found.every((word, index) => index === 0 || fitsAt(word, wanted[index], isLast(index), isOpen));
    if (!fits) return [];
    const [from] = placeIn(begin, begin.isRun ? begin.text.length - first.text.length : 0);
    const last = wanted.at(-1)?.text.length;
    const [, to] = placeIn(end, 0, last);
    return [[from, to]];
  });
}

function fitsAt(word: PlacedWord, wanted: Word | undefined, isLast: boolean, isOpen: boolean): boolean {
  if (!wanted || word.isRun !== wanted.isRun) return false;
  if (isLast && (wanted.isRun || (isOpen && isLong(wanted.text)))) return word.text.startsWith(wanted.text);
  return word.text === wanted.text;
}

function endsWith(word: PlacedWord | undefined, wanted: Word): boolean {
  return word?.isRun === true && word.text.endsWith(wanted.text);
}

function wholeWords(words: readonly PlacedWord[], places: ReadonlyMap<string, readonly number[]>, { text }: Word): Mark[] {
  return (places.get(text) ?? []).flatMap((index) => {
    const word = words[index];
    return word && !word.isRun ? [placeIn(word)] : [];
  });
}

function ofBeginning(words: readonly PlacedWord[], { text }: Word): Mark[] {
  const isOpen = isLong(text);
  return words
    .filter((word) => !word.isRun && (isOpen ? word.text.startsWith(text) : word.text === text))
    .map((word) => placeIn(word, 0, text.length));
}

function inRuns(words: readonly PlacedWord[], { text }: Word): Mark[] {
  const marks: Mark[] = [];
  for (const word of words) {
    if (!word.isRun) continue;
    for (let at = word.text.indexOf(text); at >= 0; at = word.text.indexOf(text, at + text.length)) {
      marks.push(placeIn(word, at, at + text.length));
    }
  }
  return marks;
}

function isLong(word: string): boolean {
  return [...word.slice(0, 2 * OPEN_MIN)].length >= OPEN_MIN;
}

function merged(marks: readonly Mark[]): Mark[] {
  const whole: Mark[] = [];
  for (const [from, to] of marks.toSorted(([one], [other]) => one - other)) {
    const last = whole.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** After a space, or else between two characters. */
function startBefore(text: string, first: number): number {
  // So that the end of a text fills the passage.
  const wanted = Math.min(first - LEAD, text.length - PASSAGE_MAX + 1);
  if (wanted <= 0) return 0;
  const space = text.slice(wanted, Math.min(first, wanted + EDGE)).search(/\s/);
  if (space >= 0) return wanted + space + 1;
  let at = Math.max(0, wanted - 2 * EDGE);
  for (const character of charactersOf(text.slice(at, first))) {
    if (at >= wanted) return at;
    at += character.length;
  }
  return first;
}

/** Before a space, or else between two characters. */
function endAfter(text: string, start: number, first: number): number {
  // One unit for each “…”.
  const max = PASSAGE_MAX - 1 - Math.sign(start);
  const whole = beginningOf(text.slice(start), max).length;
  // One character can be longer than a passage: then it is cut between its parts.
  const end = start + whole > first ? start + whole : start + max - (/[\ud800-\udbff]/.test(text.charAt(start + max - 1)) ? 1 : 0);
  const space = text.slice(start, end).search(/\s\S*$/);
  return space > 0 && start + space > first && start + space > end - EDGE ? start + space : end;
}
