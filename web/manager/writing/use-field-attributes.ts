import { useEffect } from 'preact/hooks';

/**
 * Connects a field with a list that it completes from: a multi-line field can't be a combobox, so it is a text box with a list box. The
 * field itself belongs to another component.
 */
export function useFieldAttributes(
  field: { current: HTMLElement | null },
  { listId, activeId }: { listId: string | null; activeId: string | null },
): void {
  useEffect(() => {
    const wanted = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      'aria-activedescendant': listId === null ? null : activeId,
    };
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) field.current?.removeAttribute(name);
      else field.current?.setAttribute(name, value);
    }
  }, [listId, activeId]);
}
