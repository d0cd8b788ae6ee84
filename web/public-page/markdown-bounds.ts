/** Lists and quotes opened in one line, and columns before its first word. No person writes more of either. */
const OPENED_MAX = 4;
const COLUMNS_MAX = 16;
/** Characters with a meaning in Markdown: a number for any text, plus a share of a long one. In a page of links one in twenty is one. */
const MARKS_MIN = 40;
const MARKS_SHARE = 1 / 4;

const OPENING = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const SPACE = /[ \t]*/y;
const MARKS = /[*_`[<&\\]/g;

/**
 * Whether a text has no more Markdown than a person would write. Parsing takes quadratic time for some characters, and grows with the depth
 * of lists and quotes; within these bounds it is linear. Beyond 20 levels the parser would even omit words. This check takes linear time.
 */
export function hasOrdinaryMarkdown(text: string): boolean {
  const marks = text.match(MARKS)?.length ?? 0;
  return marks <= MARKS_MIN + text.length * MARKS_SHARE && text.split('\n').every(beginsOrdinarily);
}

function beginsOrdinarily(line: string): boolean {
  let start = 0;
  for (let opened = 0; ; opened++) {
    const opening = matchAt(OPENING, line, start);
    if (opening === '') break;
    if (opened === OPENED_MAX) return false;
    start += opening.length;
  }
  start += matchAt(SPACE, line, start).length;
  return line.slice(0, start).replaceAll('\t', '    ').length <= COLUMNS_MAX || start === line.length;
}

function matchAt(pattern: RegExp, line: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(line)?.[0] ?? '';
}
