/**
 * Presets override much of the style that they share. Removes the declarations of a minified stylesheet that a later rule with the same
 * selector always overrides: 16 in the heaviest preset, 50 bytes of a page. Rules in media queries don't always apply and override nothing.
 */
export function withoutOverridden(sheet: string): string {
  /** Properties by selector, set by the rules after this one. */
  const later = new Map<string, Set<string>>();
  return blocksOf(sheet)
    .reverse()
    .map((block) => {
      const [, head = '', body = ''] = /^([^@{}]+)\{([^{}]*)\}$/.exec(block) ?? [];
      // Not a plain rule. Or one that a browser without this selector leaves out as a whole.
      if (!head || head.includes(':-')) return block;
      const selectors = splitAt(',', head);
      const isOverridden = (declaration: string) =>
        !isImportant(declaration) && selectors.every((selector) => sets(later.get(selector), propertyOf(declaration)));
      const kept = splitAt(';', body).filter((declaration) => !isOverridden(declaration));
      for (const selector of selectors) {
        const properties = kept.filter((declaration) => !isImportant(declaration)).map(propertyOf);
        later.set(selector, new Set([...(later.get(selector) ?? []), ...properties]));
      }
      return kept.length > 0 ? `${head}{${kept.join(';')}}` : '';
    })
    .reverse()
    .join('');
}

/** Properties that set all those whose names begin with theirs, except the shape of a corner. */
const SHORTHANDS = ['border', 'margin', 'padding'];

function sets(properties: ReadonlySet<string> | undefined, property: string): boolean {
  if (properties?.has(property)) return true;
  return !property.endsWith('-radius') && SHORTHANDS.some((name) => properties?.has(name) && property.startsWith(`${name}-`));
}

const propertyOf = (declaration: string) => declaration.slice(0, declaration.indexOf(':'));
const isImportant = (declaration: string) => declaration.endsWith('!important');

/** Rules, and at-rules with all that they contain. */
function blocksOf(sheet: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { index } of sheet.matchAll(/[{}]/g)) {
    depth += sheet[index] === '{' ? 1 : -1;
    if (depth > 0) continue;
    blocks.push(sheet.slice(start, index + 1));
    start = index + 1;
  }
  return [...blocks, sheet.slice(start)];
}

/** Splits at a separator outside parentheses, brackets and quotes. */
function splitAt(separator: ',' | ';', text: string): string[] {
  const pieces = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[\s\S]/g)) {
    if ('(['.includes(token)) depth++;
    if (')]'.includes(token)) depth--;
    if (token === separator && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += token;
  }
  return pieces.filter((piece) => piece !== '');
}
