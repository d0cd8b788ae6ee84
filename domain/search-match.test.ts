import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersOf } from './characters.ts';
import { TEXT_MAX } from './limits.ts';
import { type Mark, matchesIn, PASSAGE_MAX, passageOf } from './search-match.ts';
import { parseSearch } from './search-query.ts';
import { wordsIn } from './search-words.ts';

/** What is marked in a text, or `null` if it isn't found. */
function found(text: string, typed: string): string[] | null {
  return matchesIn(text, parseSearch(typed).needs)?.map(([start, end]) => text.slice(start, end)) ?? null;
}

describe('a query finds', () => {
  test.each([
    ['Wyślij do Łodzi', 'lodzi', ['Łodzi']],
    ['Die Straße ist lang', 'strasse', ['Straße']],
    ['Die Straße ist lang', 'stras', ['Straß']],
    ['Bjørn og Åse', 'bjorn ase', ['Bjørn', 'Åse']],
    ['cafe\u0301s', 'café', ['cafe\u0301']],
    ['هذا مُدَرِّسٌ جيد', 'مدرس', ['مُدَرِّسٌ']],
    ['मुझे किताब चाहिए', 'किताब', ['किताब']],
    ['मुझे किताब चाहिए', 'कताब', null],
    ['สวัสดีครับ', 'ครับ', ['ครับ']],
    ['私は写真家です。写真', '写真', ['写真', '写真']],
    ['ﾌｫﾄｸﾞﾗﾌｧ', 'フォトグラファ', ['ﾌｫﾄｸﾞﾗﾌｧ']],
    ['我想拍一张照片', '照', ['照']],
    ['안녕하세요 여러분', '하세요', ['하세요']],
    ['Great 👍🏽!', '👍', ['👍']],
    ['Great 👍!', '👎', null],
    ['An invoice, please', 'inv', ['inv']],
    ['An invoice, please', 'inv please', null],
    ['An invoice, please', 'please inv', ['inv', 'please']],
    ['An invoice, please', 'in', null],
    ['I am in', 'in', ['in']],
    ['The last invoice of March', '"last invoice"', ['last invoice']],
    ['The last, invoice', '"last invoice"', ['last, invoice']],
    ['The invoice was the last', '"last invoice"', null],
    ['The last invoices', '"last invoice"', null],
    ['At 12:30', '12:3', null],
    ['At 12:300', '12:300', ['12:300']],
    ['We use AI技術 here', 'AI技術', ['AI技術']],
    ['Don’t worry', "don't", ['Don’t']],
    ['aaa aa a', 'aa', ['aa']],
    ['rock rocking', 'rock', ['rock', 'rock']],
  ])('in “%s” by %s: %j', (text, typed, marked) => expect(found(text, typed)).toEqual(marked));

  test('every word of any text, and every beginning of three letters and more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(), (text, number) => {
        const words = wordsIn(text);
        const word = words[number % Math.max(1, words.length)];
        if (!word) return;
        const length = 3 + (number % 5);
        for (const part of [word.text, [...word.text].slice(0, length).join('')]) {
          const marks = matchesIn(text, [{ words: [{ ...word, text: part }], isOpen: true }]);
          expect(marks).not.toBeNull();
        }
      }),
    );
  });

  test('phrases made of the words of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = wordsIn(text);
        if (words.length > 0) expect(matchesIn(text, [{ words, isOpen: false }])).not.toBeNull();
      }),
    );
  });

  test('nothing in other texts', () => {
    expect(found('', 'a')).toBeNull();
    expect(found('a', '"a a"')).toBeNull();
  });
});

test('marks are in order, apart, and inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 8 }), (text, typed) => {
      let last = 0;
      for (const [start, end] of matchesIn(`${text} ${typed}`, parseSearch(typed).needs) ?? []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length + 1 + typed.length);
        last = end;
      }
    }),
  );
});

describe('the passage', () => {
  const passage = (text: string, typed: string) => passageOf(text, matchesIn(text, parseSearch(typed).needs) ?? []);
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  test('is the whole of a short text, in one line', () => {
    expect(passage('Hello\nMina', 'mina')).toEqual({ passage: 'Hello Mina', marks: [[6, 10]] });
  });

  test('is cut at words around the first match', () => {
    const { passage: shown, marks } = passage(`${words(60)} invoice ${words(60)}`, 'invoice');
    expect(shown).toMatch(/^…word\d+ .* word\d+ invoice word\d+ .*word\d+…$/);
    expect(shown.length).toBeLessThanOrEqual(PASSAGE_MAX);
    expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['invoice']);
  });

  test('shows the end of a text that ends with the match', () => {
    const { passage: shown } = passage(`${words(60)} invoice`, 'invoice');
    expect(shown).toMatch(/^…word\d+ .* invoice$/);
    expect(shown.length).toBeGreaterThan(PASSAGE_MAX - 30);
  });

  test.each([
    ['a word of 500 letters', 'a'.repeat(500), 'a'.repeat(500)],
    ['4,000 letters', 'b'.repeat(TEXT_MAX), 'bbb'],
    ['families', `${'👨‍👩‍👧‍👦'.repeat(60)}x${'👨‍👩‍👧‍👦'.repeat(60)}`, '👩'],
    ['one endless emoji', `${'👩‍'.repeat(400)}👩 end`, 'end'],
    ['Thai', 'สวัสดีครับที่นี่'.repeat(60), 'ครับ'],
    ['Hebrew', `${'שלום '.repeat(100)}עולם`, 'עולם'],
  ])('of %s has marks and no half characters', (_, text, typed) => {
    const { passage: shown, marks } = passage(text, typed);
    expect(shown.length).toBeLessThanOrEqual(PASSAGE_MAX);
    expect(shown.isWellFormed()).toBe(true);
    expect(marks.length).toBeGreaterThan(0);
    for (const [start, end] of marks) expect([start >= 0, end > start, end <= shown.length]).toEqual([true, true, true]);
  });

  test('never divides a character, and marks the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 40 }), fc.nat(), (parts, number) => {
        const text = parts.join(' ');
        const all = wordsIn(text);
        const word = all[number % Math.max(1, all.length)];
        if (!word) return;
        const marks = matchesIn(text, [{ words: [word], isOpen: false }]) ?? [];
        const { passage: shown, marks: shownMarks } = passageOf(text, marks);
        expect(shown.length).toBeLessThanOrEqual(PASSAGE_MAX);
        const inner = shown.replace(/^…|…$/g, '');
        const flat = text.replace(/\s/g, ' ');
        const at = flat.indexOf(inner);
        expect(at).toBeGreaterThanOrEqual(0);
        const [first] = marks;
        const [firstShown] = shownMarks as [Mark];
        if (first) expect(shown.slice(...firstShown)).toBe(flat.slice(...first).slice(0, firstShown[1] - firstShown[0]));
        const edges = new Set<number>();
        charactersOf(flat).reduce((sum, one) => edges.add(sum) && sum + one.length, 0);
        expect([...edges, flat.length].some((edge) => flat.startsWith(inner, edge))).toBe(true);
      }),
    );
  });
});
