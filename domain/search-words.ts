import { withoutForeign } from './plain-letters.ts';
import { normalForm } from './text.ts';

/** How search reads a text. Messages, names and queries are read by the same function, so a word always finds itself. */

/** A word of a text in search letters, or a run of a script that is written without spaces. */
export interface Word {
  text: string;
  /** A run is found by any part of it, a word as a whole or by its beginning. */
  isRun: boolean;
}

/** With its place, from which `placeIn` computes units of the text. */
export interface PlacedWord extends Word {
  segment: Segment;
  /** Where it begins in the segment's search letters. */
  at: number;
}

/** Letters, digits and marks that follow each other, or an emoji. */
interface Segment {
  start: number;
  written: string;
  plain: string;
  places?: Uint32Array;
}

/** Inside words, but nothing that anyone types in a search: soft hyphens, joiners, the Arabic tatweel, variation selectors. */
const SILENT = '\\u00ad\\u0640\\u200b-\\u200d\\u2060\\ufeff\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}';
/** Scripts without spaces between words, and Hangul, whose words have endings attached. With their marks and the long vowel. */
const RUNS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((script) => `\\p{sc=${script}}`).join('');
const RUN = `${RUNS}\\u3099\\u309a\\u30fc`;

/** Of an emoji, each picture is a word: skin tones and joiners don't count. A flag is two letters. */
const SEGMENT = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${SILENT}]*|\\p{Extended_Pictographic}|\\p{RI}{2}`, 'gu');
const WORD = new RegExp(`([${RUN}]+)|(?:(?![${RUN}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const IS_WORD = /^[\p{L}\p{N}]/u;
const ALL_SILENT = new RegExp(`[${SILENT}]`, 'gu');
/** Accents are marks in these scripts. In Indic scripts and Thai, marks are vowels. */
const ACCENTS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{N}])\p{M}+/gu;
/** Letters that people use for each other: the final sigma, and what Arabic and Persian keyboards write for the same letter. */
const ALIKE: Readonly<Record<string, string>> = { ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };
const ALIKES = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');
/** A letter with its marks. */
const LETTER = new RegExp(`.[\\p{M}${SILENT}]*`, 'gsu');
const ASCII = /^\p{ASCII}*$/u;

/** The words of a text in order, also those that occur again. Takes linear time. */
export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(SEGMENT)].flatMap(({ 0: written, index: start }) => {
    if (!IS_WORD.test(written)) return [{ text: written, isRun: false, segment: { start, written, plain: written }, at: 0 }];
    const segment: Segment = { start, written, plain: searchLetters(written) };
    // ASCII letters and digits are one word. Without this, texts of single letters took five times the median.
    if (ASCII.test(written)) return [{ text: segment.plain, isRun: false, segment, at: 0 }];
    return [...segment.plain.matchAll(WORD)].map(({ 0: word, 1: run, index: at }) => ({
      text: word,
      isRun: run !== undefined,
      segment,
      at,
    }));
  });
}

/** Where a part of a word is in the text: beginning and end in UTF-16 units. Never divides a letter from its marks. */
export function placeIn({ segment, at, text }: PlacedWord, from = 0, to = text.length): [start: number, end: number] {
  const { start, written, plain } = segment;
  if (plain.length === written.length && ASCII.test(written)) return [start + at + from, start + at + to];
  segment.places ??= placesOf(written, plain);
  const { places } = segment;
  const beginning = places[at + from] ?? 0;
  let end = at + to;
  // The next letter of the text begins where its search letters do: one letter may have several.
  while (end < plain.length && places[end] === places[end - 1]) end++;
  return [start + beginning, start + (end < plain.length ? (places[end] ?? written.length) : written.length)];
}

/** For each unit of the search letters, where its letter begins in the written text. */
function placesOf(written: string, plain: string): Uint32Array {
  const places = new Uint32Array(plain.length);
  let end = 0;
  for (const { 0: letter, index } of written.matchAll(LETTER)) {
    const { length } = searchLetters(letter);
    places.fill(index, end, end + length);
    end += length;
  }
  // Letters that combine with each other: then only the whole is known.
  return end === plain.length ? places : new Uint32Array(plain.length);
}

/** Small letters, compatible forms unified, without accents; ł and ß as l and ss. Keeps vowel signs. */
function searchLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const small = normalForm(text, 'NFKD').toLowerCase().replace(ALL_SILENT, '').replace(ACCENTS, '$1');
  return withoutForeign(small)
    .replace(ALIKES, (letter) => ALIKE[letter] ?? letter)
    .normalize('NFC');
}
