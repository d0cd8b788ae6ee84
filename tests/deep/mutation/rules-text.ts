/** A word, number, string or symbol of the rules. */
export interface Token {
  text: string;
  start: number;
  /** Exclusive. */
  end: number;
}

const TOKEN = /\/\/[^\n]*|'(?:\\.|[^'\\])*'|[A-Za-z_]\w*|\d+|&&|\|\||==|!=|<=|>=|[^\s\w]/g;

/** Every token of the rules, without comments. */
export function tokensOf(rules: string): Token[] {
  return [...rules.matchAll(TOKEN)]
    .filter(([text]) => !text.startsWith('//'))
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
}

/** For each line, the innermost `match` or `function` that it belongs to, by its first line. */
export function placesOf(rules: string): string[] {
  const open: string[] = [];
  return rules.split('\n').map((line) => {
    const words = line.trim();
    if (words.endsWith(' {')) open.push(words.slice(0, -2));
    const place = open.at(-1) ?? '';
    if (words === '}') open.pop();
    return place;
  });
}

/** The index of the line that a character belongs to, from 0. */
export function lineAt(rules: string, index: number): number {
  return rules.slice(0, index).split('\n').length - 1;
}

const BRACKETS: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };
const OUTSIDE_OPERANDS = ['||', '?', ':', ',', ';', 'return', 'if'];
const OUTSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  '&&': new Set([...OUTSIDE_OPERANDS, '&&']),
  '||': new Set(OUTSIDE_OPERANDS),
};

/** The last token of an operand of `&&` or `||`: of the one on its right (`step` 1) or on its left (-1). All are indices. */
export function farEnd(tokens: readonly Token[], operator: number, step: 1 | -1): number {
  const outside = OUTSIDE[tokens[operator]?.text ?? ''];
  let depth = 0;
  for (let index = operator + step; ; index += step) {
    const text = tokens[index]?.text ?? ';';
    if (depth === 0 && outside?.has(text)) return index - step;
    depth += step * (BRACKETS[text] ?? 0);
    if (depth < 0) return index - step;
  }
}
