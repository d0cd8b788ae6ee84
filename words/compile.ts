import { directionOfLanguage, type Tag } from '@foyer/domain/language';
import { type Content, type FunctionArg, parse, type Select, type Token } from '@messageformat/parser';

/** The messages of one area in one language, by name, in ICU MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;

/** How a message uses a value: as text, as a number, or as the name of a choice. */
export type Kind = 'text' | 'number' | 'choice';
export type Values = Readonly<Record<string, Kind>>;

/** Thrown for a message that cannot be compiled. Its text names language, area and message. */
export class MessageFault extends Error {}

/** The values that a message needs, in order of first use. */
export function valuesOf(message: string): Values {
  const values: Record<string, Kind> = {};
  collect(parse(message), values);
  return values;
}

function collect(tokens: readonly Token[], values: Record<string, Kind>): void {
  for (const token of tokens) {
    if (token.type === 'argument') values[token.arg] ??= 'text';
    if (token.type === 'function') values[token.arg] = 'number';
    if (!('cases' in token)) continue;
    values[token.arg] = token.type === 'select' ? 'choice' : 'number';
    for (const { tokens: inner } of token.cases) collect(inner, values);
  }
}

/** The TypeScript of one area in one language: an object of texts and functions, exported as `words`. */
export function compileArea(area: string, catalogue: Catalogue, language: Tag): string {
  const used = new Set<Helper>();
  const members = Object.entries(catalogue).map(([name, message]) => {
    try {
      return `  ${JSON.stringify(name)}: ${compileMessage(message, language, used)},`;
    } catch (cause) {
      throw new MessageFault(`${language}/${area}.json, ${name}: ${(cause as Error).message}`);
    }
  });
  const helpers = [...used].sort().map((helper) => ({ helper, ...HELPERS[helper](language) }));
  const imported = [...new Set(helpers.map((helper) => helper.imported))].sort();
  return [
    ...(imported.length > 0 ? [`import { ${imported.join(', ')} } from '../../runtime.ts';`] : []),
    `import type { ${typeName(area)} } from '../types/${area}.ts';`,
    '',
    ...helpers.flatMap(({ helper, code }) => (code === undefined ? [] : `const ${helper} = ${code};`)),
    `export const words: ${typeName(area)} = {`,
    ...members,
    '};',
    '',
  ].join('\n');
}

type Helper = 'choose' | 'plural' | 'ordinal' | 'number' | 'text';

/** The imports of compiled files from runtime.ts, and their local names. */
const HELPERS: Record<Helper, (language: Tag) => { imported: string; code?: string }> = {
  choose: () => ({ imported: 'choose' }),
  plural: (language) => ({ imported: 'pluralIn', code: `pluralIn('${language}')` }),
  ordinal: (language) => ({ imported: 'pluralIn', code: `pluralIn('${language}', 'ordinal')` }),
  number: (language) => ({ imported: 'numberIn', code: `numberIn('${language}')` }),
  text: (language) => {
    const imported = directionOfLanguage(language) === 'rtl' ? 'isolateRtl' : 'isolateLtr';
    return { imported: `${imported} as text` };
  },
};

/** The code of one message. Adds the helpers it calls to `used`. Throws for an unsupported message. */
export function compileMessage(message: string, language: Tag, used: Set<Helper> = new Set()): string {
  const tokens = parse(message);
  const names = Object.keys(valuesOf(message));
  if (names.length === 0) return JSON.stringify((tokens as Content[]).map(textOf).join(''));
  return `({ ${names.join(', ')} }) => ${templateOf(tokens, language, used)}`;
}

function textOf({ value }: Content): string {
  if (/[{}]/.test(value)) throw new Error('a brace is not closed');
  return value;
}

function templateOf(tokens: readonly Token[], language: Tag, used: Set<Helper>, counted?: string): string {
  return `\`${tokens.map((token) => partOf(token, language, used, counted)).join('')}\``;
}

function partOf(token: Token, language: Tag, used: Set<Helper>, counted: string | undefined): string {
  switch (token.type) {
    case 'content':
      return textOf(token).replace(/[`\\]|\$\{/g, '\\$&');
    case 'octothorpe':
      used.add('number');
      return `\${number(${counted})}`;
    case 'argument':
      used.add('text');
      return `\${text(${token.arg})}`;
    case 'function':
      return numberPart(token, used);
    case 'select':
      used.add('choose');
      return `\${choose(${token.arg}, ${casesOf(token, language, used, counted)})}`;
    default:
      return pluralPart(token, language, used);
  }
}

function numberPart(token: FunctionArg, used: Set<Helper>): string {
  if (token.key !== 'number' || token.param)
    throw new Error(`{${token.arg}, ${token.key}} is not supported: format it with Intl and pass the text.`);
  used.add('number');
  return `\${number(${token.arg})}`;
}

function pluralPart(token: Select, language: Tag, used: Set<Helper>): string {
  if (token.pluralOffset) throw new Error('An offset is not supported.');
  const helper = token.type === 'plural' ? 'plural' : 'ordinal';
  used.add(helper);
  return `\${${helper}(${token.arg}, ${casesOf(token, language, used, token.arg)})}`;
}

function casesOf({ cases }: Select, language: Tag, used: Set<Helper>, counted: string | undefined): string {
  if (!cases.some(({ key }) => key === 'other')) throw new Error('It needs a case `other`.');
  const entries = cases.map(({ key, tokens }) => `'${key.replace(/^=/, '')}': ${templateOf(tokens, language, used, counted)}`);
  return `{ ${entries.join(', ')} }`;
}

export function typesOf(area: string, english: Catalogue): string {
  const members = Object.entries(english).map(([name, message]) => {
    const values = Object.entries(valuesOf(message));
    if (values.length === 0) return `  readonly ${JSON.stringify(name)}: string;`;
    return `  ${JSON.stringify(name)}(values: { ${values.map(([value, kind]) => `${value}: ${typeOf(kind)}`).join('; ')} }): string;`;
  });
  return `/** Made from words/en/${area}.json. */\nexport interface ${typeName(area)} {\n${members.join('\n')}\n}\n`;
}

function typeOf(kind: Kind): string {
  return kind === 'number' ? 'number' : 'string';
}

function typeName(area: string): string {
  return `${area[0]?.toUpperCase()}${area.slice(1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Words`;
}
