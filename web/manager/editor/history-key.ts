import { type KeyPress, latinKey } from '../../lib/latin-key.ts';

/** Ctrl or Cmd with Z undoes, with Shift and Z or with Y it redoes. `null` for any other key. */
export function historyKey(event: KeyPress & Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = latinKey(event).toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}
