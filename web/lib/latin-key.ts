/** What a US keyboard has where other layouts may have letters: without Shift, with Shift. */
const SYMBOLS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Digit1: ['1', '!'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** The part of a keyboard event that names its key. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  getModifierState?(modifier: 'AltGraph'): boolean;
}

/**
 * The key that a shortcut is named after. On layouts with letters of another script it follows from the key's place, as on a US keyboard.
 * On all others it is what the key types, also `ü` or `é`; with Caps Lock, the small letter. What AltGr types is returned as it is.
 */
export function latinKey(press: KeyPress): string {
  const { key, code, shiftKey } = press;
  if (!shiftKey && /^[A-Z]$/.test(key)) return key.toLowerCase();
  if (/\p{ASCII}|\p{Script=Latin}/u.test(key) || isAltGraph(press)) return key;
  const symbol = SYMBOLS[code]?.[shiftKey ? 1 : 0];
  if (symbol) return symbol;
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return digit && !shiftKey ? digit : key;
}

/** Whether AltGr is held. Windows reports it as Ctrl and Alt together. */
export function isAltGraph(press: Pick<KeyPress, 'getModifierState'>): boolean {
  return press.getModifierState?.('AltGraph') ?? false;
}
