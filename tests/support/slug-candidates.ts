import { CHARACTERS } from './naughty/characters.ts';
import { words } from './naughty/lists.ts';
import { MEANINGS } from './naughty/meanings.ts';

/** Lookalikes of our letters: Cyrillic, Greek, fullwidth, mathematical, accented. */
const LOOKALIKES: Readonly<Record<string, readonly string[]>> = {
  a: words('а α ａ 𝐚 á ɑ ⓐ'),
  c: words('с ϲ ｃ ⅽ ç'),
  d: words('ԁ ⅾ ｄ đ cl'),
  e: words('е ｅ é ҽ ℮'),
  i: words('і ι ｉ í ı l 1 ⅰ'),
  l: words('ӏ ｌ ⅼ ł 1 i'),
  m: words('м ｍ ⅿ rn'),
  n: words('п ｎ ñ ո'),
  o: words('о ο ｏ ö 0 օ'),
  r: words('г ｒ ꭇ'),
  s: words('ѕ ｓ ş 5'),
  u: words('υ ｕ ü ս'),
  v: words('ѵ ν ｖ ⅴ'),
  w: words('ѡ ｗ ŵ vv'),
  x: words('х ｘ ⅹ'),
  y: words('у ｙ ý'),
};

/** Every name that differs from `name` by a lookalike of one letter, in one or all places. */
function lookalikesOf(name: string): string[] {
  return [...new Set(name)].flatMap((letter) =>
    (LOOKALIKES[letter] ?? []).flatMap((other) => [name.replace(letter, () => other), name.replaceAll(letter, () => other)]),
  );
}

const NAMES = words('ada-moreau tomas-lindqvist vivian-summer warm-window rowan-corner');

const RESERVED =
  words(`admin adm1n ad-min administrator api app a-p-p assets auth login log-in l0gin sign-in signin support help settings foyer f0yer fOyer
  www mail robots favicon sitemap static well-known oauth webhook root system null undefined test visitor manager session sessions slugs host home index`);

const HOST =
  words(`__ __/ __/auth/handler __/auth/iframe __/firebase/init.js __/firebase/init.json __x__ __name__ _ -- - ---- .well-known/security.txt
  robots.txt favicon.ico favicon.svg index.html index.php wp-login.php .env .git/HEAD package.json assets/ assets/.. app/.. api/.. examples/ manager/index.html`);

const DOTS = words(
  '. .. ... .ada ada. a.d.a ada.. ..ada ada.moreau ada..moreau ./ada ../ada ada/.. ada/. ada/./ ..%2fada ..;/ada ada;x ada:80 ada@host',
);

const PUNYCODE = words('xn--ada-9za xn--80ak6aa92e xn--ls8h xn--a xn-- xn-ada XN--ADA-9ZA ada--moreau ada-xn--x x-n--ada xn--ada-9za.com');

const ENCODED =
  words(`%61da %61%64%61 %41DA %2e%2e %2e%2e%2f %2e. %2F %5C %00 ada%00 ada%0a ada%0d%0aX:1 ada%20 %20ada ada%09 ada%2f ada%2F.. ada%3f
  ada%23resume=x %25 %2561da %252e%252e %E0%A4%A %c0%ae%c0%ae %ff %F0%9F%98%80 %ED%A0%80 %u0061da %zz % %% ada%EF%BB%BF %E2%80%AEada %CC%88ada ada%C2%AD`);

const SHAPES = [
  ...words(
    'a ab abc a-b a--b -ab ab- a-b-c-d-e-f-g 123 1-2-3 000 1l1 lll 111 oo0 mmm rnrnrn www vvvvvv ada+moreau ada_moreau ada~ ada! (ada) ada=1 a,b',
  ),
  ...[29, 30, 31, 100, 101, 1000, 8000].map((length) => 'x'.repeat(length)),
  ...[
    'a b',
    ' ada',
    'ada ',
    'ada\tmoreau',
    'ada\u200bmoreau',
    'ada\u00admoreau',
    'ada\u2010moreau',
    'ada\u2013moreau',
    '\u202eada',
    'ada\ufe0f',
    '😀😀😀',
  ],
];

const cases = (name: string): string[] => [
  name.toUpperCase(),
  name[0]?.toUpperCase() + name.slice(1),
  name.replace(/.$/, (last) => last.toUpperCase()),
];
const dashes = (name: string): string[] => [
  name.replaceAll('-', ''),
  name.replace('-', '--'),
  `${name}-`,
  `-${name}`,
  name.replace('-', '_'),
  `${name}/`,
  `/${name}`,
];

/** Slugs that someone could request, without duplicates. None has three consecutive `v` or `w`, which have their own test. */
export const SLUG_CANDIDATES: readonly string[] = [
  ...new Set([
    ...NAMES.flatMap((name) => [name, ...lookalikesOf(name), ...cases(name), ...dashes(name)]),
    ...[...RESERVED, ...HOST, ...DOTS, ...PUNYCODE, ...ENCODED, ...SHAPES],
    ...['homoglyph', 'byte order mark', 'emoji'].flatMap((kind) => CHARACTERS[kind] ?? []),
    ...['path', 'name of Windows', 'word of a language', 'quoting'].flatMap((kind) => MEANINGS[kind] ?? []),
  ]),
].filter((slug) => !/[vw]{3}/i.test(slug) || /^(?:w|v)+$/i.test(slug));

/** Independent of the product's skeleton: it splits wide letters instead of joining narrow ones, so the reading order does not matter. */
export function looksOf(slug: string): string {
  return slug.toLowerCase().replaceAll('-', '').replaceAll('m', 'rn').replaceAll('w', 'vv').replaceAll('0', 'o').replace(/[1i]/g, 'l');
}
