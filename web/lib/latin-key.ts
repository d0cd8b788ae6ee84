/** The characters of a US keyboard, without and with Shift, on keys where other layouts may have letters. */
const SYMBOLS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Digit1: ['1', '!'],
  Digit3: ['3', '#'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  getModifierState?(modifier: 'AltGraph'): boolean;
}

/**
 * The key that a shortcut is named after. On layouts for another script it is the one in the same position on a US keyboard. On all others
 * it is the typed character, including `ü` or `é`, in lower case even with Caps Lock. Returns characters typed with AltGr unchanged.
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

/** Whether AltGr is pressed. Windows reports it as Ctrl and Alt together. */
export function isAltGraph(press: Pick<KeyPress, 'getModifierState'>): boolean {
  return press.getModifierState?.('AltGraph') ?? false;
}
