/** The values of variables by name, for one conversation. `undefined`: not known right now. */
export type VariableValues = Readonly<Record<string, string | undefined>>;

/** What a canned reply can contain, in the order in which it is offered. */
export const VARIABLES = ['{name}', '{my.name}', '{page}'] as const;

/** Braces around letters and dots. Code such as `{ a: 1 }` or `${x1}` is text. */
const VARIABLE = /(?<!\$)\{([\p{L}\p{M}]+(?:[._-][\p{L}\p{M}]+)*)\}/gu;

/** Replaces known variables once: a value that looks like a variable stays. Unknown ones stay as they are. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (variable, name: string) => known(values, name.toLowerCase()) ?? variable);
}

/** The variables in a text, each once. */
export function variablesIn(text: string): string[] {
  return [...new Set(text.match(VARIABLE))];
}

/** The variables that will not be filled, each once. */
export function unknownIn(text: string): string[] {
  return variablesIn(text).filter((variable) => !VARIABLES.some((one) => one === variable.toLowerCase()));
}

function known(values: VariableValues, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
