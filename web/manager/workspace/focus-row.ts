import { isShown } from '../../lib/is-shown.ts';

/** Gives the focus to a conversation's row, and returns whether it could. A visible focus ring stays: Safari forgets that after a key. */
export function focusRow(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`[data-row="${id}"]`);
  if (!row || !isShown(row)) return false;
  row.focus(document.activeElement?.matches(':focus-visible') ? { focusVisible: true } : {});
  return true;
}

/** Gives the focus to the row that Tab reaches, and returns whether there is one. */
export function focusTabStop(): boolean {
  const row = document.querySelector<HTMLElement>('a[data-row][tabindex="0"]');
  row?.focus({ focusVisible: true });
  return row !== null;
}
