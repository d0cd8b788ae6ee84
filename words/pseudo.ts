import { type Content, parse, type Select, type Token } from '@messageformat/parser';

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aàeéiíoöuüyýcçnñsšzžAÀEÉIÍOÖUÜYÝCÇNÑSŠZŽ']
    .join('')
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);

/** Relative to English. German and Polish are about a third longer. */
const LONGER = 0.4;

/** An English message in the pseudo-language: accented, longer, and in brackets that reveal where it was cut off. */
export function pseudo(message: string): string {
  return `[${parse(message).map(tokenIn).join('')}]`;
}

function tokenIn(token: Token): string {
  switch (token.type) {
    case 'content':
      return longer(token);
    case 'octothorpe':
      return '#';
    case 'argument':
      return `{${token.arg}}`;
    case 'function':
      return `{${token.arg}, ${token.key}}`;
    default:
      return choice(token);
  }
}

function choice({ arg, type, cases }: Select): string {
  return `{${arg}, ${type}, ${cases.map(({ key, tokens }) => `${key} {${tokens.map(tokenIn).join('')}}`).join(' ')}}`;
}

/** Pads with whole words, so that lines break as they would in a translation. */
function longer({ value }: Content): string {
  const accented = value.replace(/[a-z]/gi, (letter) => ACCENTS[letter] ?? letter).replace(/[{}]/g, "'$&'");
  const letters = value.replace(/[^a-z]/gi, '').length;
  const padding = 'lorem ipsum dolor sit amet '.repeat(Math.ceil((letters * LONGER) / 27)).slice(0, Math.round(letters * LONGER));
  return accented.replace(/([.…:?!]?\s*)$/, (end) => (padding ? ` ${padding.trim()}${end}` : end));
}
