type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>;

/**
 * Whether somebody has pressed Enter and means it, without Shift: an input method uses it to take a word. Safari tells of that press only
 * after the composing has ended, and all that still says so is the key code 229 (webkit.org/b/165004).
 */
export function isPlainEnter({ key, shiftKey, isComposing, keyCode }: Press): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== 229;
}
