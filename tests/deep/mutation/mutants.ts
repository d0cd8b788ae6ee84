import { farEnd, lineAt, placesOf, type Token, tokensOf } from './rules-text.ts';

/** The rules with one fault. */
export interface Mutant {
  /** The `match` or `function` that has the fault. */
  place: string;
  /** The lines with the fault, before and after. Together with the place they identify the mutant. */
  rule: string;
  becomes: string;
  /** The position of the fault in the rules: of the first changed token. */
  at: number;
  source: string;
}

interface Edit {
  start: number;
  /** Exclusive. */
  end: number;
  text: string;
  at?: number;
}

const SWAPS: Readonly<Record<string, string>> = {
  '&&': '||',
  '||': '&&',
  '==': '!=',
  '!=': '==',
  '<=': '<',
  '<': '<=',
  '>=': '>',
  '>': '>=',
  '+': '-',
  '!': '',
  true: 'false',
  false: 'true',
  hasOnly: 'hasAny',
  hasAll: 'hasAny',
  hasAny: 'hasAll',
  getAfter: 'get',
  existsAfter: 'exists',
  exists: 'existsAfter',
};

/** Methods that a statement can be widened to. */
const WIDER: Readonly<Record<string, string>> = { get: 'get, list', create: 'create, update', update: 'update, delete' };

/** All mutants of the rules, without duplicates. */
export function mutantsOf(rules: string): Mutant[] {
  const tokens = tokensOf(rules);
  const places = placesOf(rules);
  const edits = [tokenEdits, shorterLists, droppedOperands, wideStatements].flatMap((make) => make(tokens));
  return edits.map((edit) => mutantOf(edit, rules, places));
}

function tokenEdits(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text, start, end }, index) => {
    const others = () => {
      if (/^\d+$/.test(text)) return tokens[index - 1]?.text === '=' ? [] : [`${Number(text) + 1}`];
      if (text.startsWith("'^")) return otherPatterns(text);
      if (text.startsWith("'")) return isOneOfMany(tokens, index) ? [] : [`${text.slice(0, -1)}x'`];
      return SWAPS[text] === undefined ? [] : [SWAPS[text]];
    };
    return others().map((other) => ({ start, end, text: other }));
  });
}

/** A pattern's bounds, each widened by one. */
function otherPatterns(pattern: string): string[] {
  return [...pattern.matchAll(/\{(?:(\d+),)?(\d+)\}/g)].flatMap(({ 0: bounds, 1: min, 2: max, index }) => {
    const wider = [`{${min === undefined ? '' : `${min},`}${Number(max) + 1}}`];
    if (Number(min) > 0) wider.push(`{${Number(min) - 1},${max}}`);
    return wider.map((other) => pattern.slice(0, index) + other + pattern.slice(index + bounds.length));
  });
}

/** Whether a token is an entry of a list of several: `shorterLists` removes those. */
function isOneOfMany(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
  return (before === '[' && after === ',') || (before === ',' && (after === ',' || after === ']'));
}

function shorterLists(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text, start }, index) => {
    const close = tokens.findIndex((token, other) => other > index && token.text === ']');
    if (text !== '[' || close === -1) return [];
    const entries = tokens.slice(index + 1, close).map((token) => token.text);
    const list = entries.join('').split(',');
    if (list.length < 2) return [];
    const end = tokens[close]?.end ?? start;
    return list.map((_, left) => ({ start, end, text: `[${list.filter((_entry, other) => other !== left).join(', ')}]` }));
  });
}

function droppedOperands(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text, start: at }, index) => {
    if (text !== '&&' && text !== '||') return [];
    const span = (from: number, to: number) => [tokens[from], tokens[to]] as const;
    const first = farEnd(tokens, index, -1);
    const [begin, beforeOperator] = span(first, index - 1);
    const [afterOperator, finish] = span(index + 1, farEnd(tokens, index, 1));
    if (!begin || !beforeOperator || !afterOperator || !finish) return [];
    const right = { start: beforeOperator.end, end: finish.end, text: '', at };
    return tokens[first - 1]?.text === text ? [right] : [{ start: begin.start, end: afterOperator.start, text: '', at }, right];
  });
}

/** A statement that allows nothing stays as it is. */
function wideStatements(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text }, index) => {
    if (text !== 'allow') return [];
    const colon = tokens.findIndex((token, other) => other > index && token.text === ':');
    if (tokens[colon + 2]?.text === 'false') return [];
    return tokens.slice(index + 1, colon).flatMap(({ text: method, start, end }) => {
      const wider = WIDER[method];
      const isWide = wider === undefined || tokens.slice(index + 1, colon).some((token) => wider.endsWith(`, ${token.text}`));
      return isWide ? [] : [{ start, end, text: wider }];
    });
  });
}

function mutantOf({ start, end, text, at = start }: Edit, rules: string, places: readonly string[]): Mutant {
  // If a line loses its whole condition, `rule` starts with this line, not with the one before.
  const begin = start + (/^\s*/.exec(rules.slice(start, end))?.[0].length ?? 0);
  const from = rules.lastIndexOf('\n', begin) + 1;
  const to = rules.indexOf('\n', end - 1);
  const tidy = (lines: string) =>
    lines
      .replace(/\s+/g, ' ')
      .replace(/ (?=[;)])/g, '')
      .trim();
  return {
    place: places[lineAt(rules, at)] ?? '',
    rule: tidy(rules.slice(from, to)),
    becomes: tidy(rules.slice(from, begin) + text + rules.slice(end, to)),
    at,
    source: rules.slice(0, start) + text + rules.slice(end),
  };
}
