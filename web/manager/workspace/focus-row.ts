import { isShown } from '../../lib/is-shown.ts';

/** Gives the focus to a conversation's row. Whether it could. The focus stays visible where it was: Safari forgets that after a key. */
export function focusRow(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`[data-row="${id}"]`);
  if (!row || !isShown(row)) return false;
  row.focus(document.activeElement?.matches(':focus-visible') ? { focusVisible: true } : {});
  return true;
}
