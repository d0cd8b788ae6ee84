/** Replaces a part of a field's text and puts the caret after it. The field hears an input event, and the browser can undo it. */
export function insertText(field: HTMLTextAreaElement, text: string, start = field.selectionStart, end = field.selectionEnd): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Obsolete, but the only way that keeps the browser's undo.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
