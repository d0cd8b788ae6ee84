import { lines, range, words } from './lists.ts';

/** Texts with difficult characters, by kind. Invisible ones are written as escapes. */

const CONTROLS = [...range(0, 8), ...range(0x0b, 0x0c), ...range(0x0e, 0x1f), ...range(0x7f, 0x9f)];
const DIRECTIONS = [...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];
const MARKS = range(0x0300, 0x0344);
const INVISIBLE = [
  '\u00ad\u034f\u061c\u115f\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2064\u206a\u2800\u3164\ufe0f\ufeff\uffa0',
  '\u{e0001}\u{e007f}\u{e0100}\u{1d173}',
].flatMap((characters) => Array.from(characters));
const SPACES = Array.from(' \t\n\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u205f\u3000');

const LENGTHS = [1, 2, 3, 20, 21, 30, 31, 60, 61, 64, 65, 80, 81, 100, 101, 140, 141, 254, 255, 1000, 1001, 1500, 1501, 2000, 3999, 4000];
const BEYOND = [4001, 8000, 16_000, 16_384, 32_000];

export const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  'control character': [...CONTROLS.map((control) => `be${control}fore`), '\u0000', 'NUL\u0000.txt', '\u001a', 'a\u0085b', 'DEL\u007f'],
  'half a character': [
    ...['\ud800', '\udfff', 'a\ud83d', '\udc00b', '\ud83d\ud83d\ude00', '\ude00\ud83d', 'x\udbff y', '\ud83d\u200d', '\ud800\u0301'],
  ],
  'invisible direction': [
    ...DIRECTIONS.flatMap((mark) => [`invoice ${mark}fdp.exe`, `${mark}Ada`, mark]),
    ...[
      '\u2068Ada\u2069',
      '\u202e\u202eabc\u202c',
      `${'\u2067'.repeat(200)}deep`,
      'a\u202e\n\u202cb',
      '\u202ea\u0308\u202c',
      'e\u202c\u0301',
    ],
  ],
  'piled marks': [
    `a${Array.from({ length: 1000 }, (_, index) => MARKS[index % MARKS.length]).join('')}`,
    `Z${'\u0316'.repeat(1000)}`,
    `Z${'\u0334'.repeat(9)}`,
    `H${'\u0340\u0341\u0343\u0344\u0360\u0361\u0362'.repeat(20)}e`,
    `o${'\u0336\u035c\u0321'.repeat(5)}`.repeat(30),
    `\u0e01${'\u0e47'.repeat(60)}`,
    `x${'\u20dd'.repeat(40)}`,
    `x${'\ufe20'.repeat(12)}`,
    '\u0300'.repeat(12),
    `\u0915${'\u093c\u0941'.repeat(12)}`,
  ],
  'marks piled between joiners': [
    `Z${`${'\u0316'.repeat(8)}\u200d`.repeat(100)}`,
    `Z${`${'\u0301'.repeat(8)}\u200c`.repeat(100)}`,
    `Z${`${'\u0301'.repeat(8)}\u2060`.repeat(20)}`,
  ],
  'marks in number': [
    `a${'\u0316'.repeat(8)}`,
    ...words('n\u0303\u0323\u0331 \u0e01\u0e49\u0e33 שָׁלוֹם Việt ế \u0f40\u0f74\u0f0b क्ष्म्य \u0301alone'),
  ],
  'terminal escape': [
    ...[
      '\u001b[31mred',
      '\u001b]0;title\u0007',
      '\u001b[2J\u001b[H',
      '\u009b31m',
      '\u001b]8;;https://evil.example\u0007x',
      '\u001bc',
      '\u001b[6n',
    ],
  ],
  invisible: [
    ...INVISIBLE.flatMap((character) => [`A${character}da`, character]),
    ...SPACES.map((space) => `${space}A${space}B${space}`),
    ...['\u200b'.repeat(500), '\u3164 \u3164', `x${'\u200d'.repeat(300)}y`],
  ],
  'byte order mark': [
    ...words('ï»¿Ada \uffff \ufdd0 \u{1fffe} \u{10ffff} \ufffd \ufffc \ue000 \u0378 \ufffeAda Ada\ufffe'),
    ...['\ufeffAda', 'Ada\ufeff', '\ufeff', 'A\ufeffda', '\ufeff\ufeff{}'],
  ],
  homoglyph: words(
    'Аdа Moreаu ⅽode 𝒜𝒹𝒶 𝔸𝕕𝕒 Ａｄａ ⓐⓓⓐ ᴀᴅᴀ 🄰🄳🄰 ɑdɑ ΑdΑ Ꭺda ſupport ﬁle ﷺ ㎏ Ⅷ ½ \u212a \u212b \u2126 ŉ ǆ ß ẞ İ ı ﬄ ΐ admіn раypal ⒶⒹⒶ',
  ),
  emoji: [
    ...words('😀 👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🏴‍☠️ 🇩🇪 🇩 🇩🇪🇫🇷🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ #️⃣ ❤️‍🔥 👁️‍🗨️ 🫱🏻‍🫲🏿 ☺︎ 🅰️ ©️ 🈁 🧑🏿‍❤️‍💋‍🧑🏻'),
    ...['👨‍👩‍👧‍👦'.repeat(100), '🇩🇪'.repeat(250), `👩${'\u200d👩'.repeat(200)}`, '🏽'.repeat(60), '\u{1f468}\u200d\u200d\u200d\u{1f469}'],
  ],
  script: lines(`
مرحبا hello שלום
abc שלום 123 مرحبا!
שלום (hello)
؟?!‏
العربية https://ada.example/ا العربية
١٢٣ + 123
﷽
ሰላም བོད་སྐད မြန်မာဘာသာ
สวัสดีครับทุกท่าน
こんにちは 你好 안녕 ᄒ\u1161\u11ab
ตั้งอยู่ ก็็็
ఙ్ఞా
لُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ 冗
Lɔ̃́ g̈ ñ́
ǅ ǲ İstanbul ISPARTA
Ꙑꙑ ᎠᎡ 𐐀𐐁 𝕬𝖉𝖆
𓀀𓁐 𒀀 𐎀 🀄
ꜩꝆ ⸘⸮ ‽ ⁂`),
  'growing when normalised': [
    ...['\u0958'.repeat(50), '\u0958'.repeat(2001), 'ﷺ'.repeat(222), '\u{1d160}'.repeat(20), '\u0344'.repeat(5)],
    ...['e\u0301'.repeat(2000), 'e\u0301'.repeat(2001), '\uac00'.normalize('NFD').repeat(1300), '\ufb2c'.repeat(1400)],
  ],
  length: [
    ...LENGTHS.map((length) => 'x'.repeat(length)),
    ...BEYOND.map((length) => 'a'.repeat(length)),
    ...[1999, 2000, 2001].map((count) => '😀'.repeat(count)),
    ...[4000, 4001, 5461, 5462].map((count) => '€'.repeat(count)),
    ...['', ' ', '\n', `${'x'.repeat(3999)}😀`, `x${'😀'.repeat(1999)}`, ` ${'y'.repeat(4000)} `, `${'longest'.repeat(300)} word`],
    ...[`x${'\n'.repeat(199)}x`, `x${'\n'.repeat(200)}x`, 'a\n'.repeat(150), `x\u2028${'y\u2029'.repeat(100)}`, 'a\r\nb\rc\n\rd'],
    ...[`x${' '.repeat(3000)}y`, `x${'\t'.repeat(500)}y`],
  ],
};
