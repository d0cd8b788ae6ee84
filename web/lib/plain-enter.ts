type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>;

/**
 * Whether a key press is Enter without Shift and outside composition: input methods use Enter to accept a word. Safari reports that press
 * after the composition has ended, and only key code 229 still identifies it (webkit.org/b/165004).
 */
export function isPlainEnter({ key, shiftKey, isComposing, keyCode }: Press): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== 229;
}
