/**
 * A preset's stylesheet has rules for every section and opening, and a page shows only some. Built stylesheets are stored in parts, and each
 * page gets those that can match on it.
 */
export type SheetPart = string | readonly [needs: Needs, rule: string];

/** A rule can match if a page has all classes of one of these lists. */
type Needs = readonly (readonly string[])[];

/** Classes that depend on the profile alone. No script adds them later, so a page without one never needs its rules. */
const OPTIONAL = new Set(
  [
    'hero-preset hero-stacked hero-centred with-portrait with-cover title-page name-s name-m name-l headline headline-long',
    'cover portrait greeting signature enclosed facts status reply-time hours',
    'chapter-projects chapter-services chapter-about chapter-experience chapter-skills chapter-gallery chapter-testimonials',
    'chapter-faq chapter-now chapter-links works services experience skills gallery testimonials faq now links',
    'work-head work-body with-image service-foot price period place who paused',
  ].flatMap((names) => names.split(' ')),
);

/** At-rules that contain rules. Others are kept as they are. */
const GROUP = /^@(?:media|supports|container|layer)\b/;

/** Splits a minified stylesheet. The parts in their order, all together, are the stylesheet. */
export function partsOf(sheet: string): SheetPart[] {
  const parts: SheetPart[] = [];
  const add = (text: string) => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
  };
  for (let at = 0; at < sheet.length; ) {
    const open = sheet.indexOf('{', at);
    const close = sheet.indexOf('}', at);
    // The end of a group.
    if (open < 0 || (close >= 0 && close < open)) {
      const end = close < 0 ? sheet.length : close + 1;
      add(sheet.slice(at, end));
      at = end;
      continue;
    }
    const head = sheet.slice(at, open);
    const end = GROUP.test(head) ? open + 1 : endOfBlock(sheet, open);
    const text = sheet.slice(at, end);
    const needs = head.startsWith('@') ? [[]] : selectorsIn(head).map(classesIn);
    if (needs.some((classes) => classes.length === 0)) add(text);
    else parts.push([needs, text]);
    at = end;
  }
  return parts;
}

/** The rules that can match in a page's markup. */
export function rulesFor(parts: readonly SheetPart[], markup: string): string {
  const used = new Set([...markup.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const isUsed = (needs: Needs) => needs.some((classes) => classes.every((name) => used.has(name)));
  return parts.map((part) => (typeof part === 'string' ? part : isUsed(part[0]) ? part[1] : '')).join('');
}

function endOfBlock(sheet: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sheet.length; at++) {
    if (sheet[at] === '{') depth++;
    if (sheet[at] === '}' && --depth === 0) return at + 1;
  }
  throw new Error('A block of the stylesheet is not closed.');
}

/** Only one class in `:has()` counts of what is in parentheses: in `:not()` it must be missing, and in `:is()` one of several is enough. */
function selectorsIn(head: string): string[] {
  let flat = head.replace(/:has\((\.[\w-]+)\)/g, '$1');
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, '');
  return flat.split(',');
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name).filter((name) => OPTIONAL.has(name));
}
