/** Lists and quotes that one line opens, and columns before its first word. More of either is nobody's writing. */
const OPENED_MAX = 4;
const COLUMNS_MAX = 16;
/** Characters that begin something in Markdown: some for any text, and a share of a long one. A page of links has one in twenty. */
const MARKS_MIN = 40;
const MARKS_SHARE = 1 / 4;

const OPENING = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const SPACE = /[ \t]*/y;
const MARKS = /[*_`[<&\\]/g;

/**
 * Whether a text has no more Markdown than a person writes. Parsing takes time by the square of some marks and by the depth of lists and
 * quotes; within these bounds it takes time by the length. Beyond 20 levels the parser would even leave words out. Takes linear time itself.
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
