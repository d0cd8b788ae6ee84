/** Unsent text: message, name and email by conversation id. The message box has an empty id. */
type Drafts = Record<string, string[]>;

/**
 * Stores the content of a page's message box in this browser, to restore it after a reload or a visit to another page. Stores nothing if
 * storage is refused, or once the text is sent. `data-drafted` on the section is the draft's conversation.
 */
export function openDrafts({ dataset, classList }: HTMLElement, form: HTMLFormElement): { keep(): void; restore(): void } {
  const key = `foyer-draft:${dataset.manager}`;
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea,input');
  /** Accessing storage throws if it is refused. */
  const read = <T>(from: string) => JSON.parse(localStorage.getItem(from) ?? '{}') as T;

  return {
    keep() {
      try {
        const drafts = read<Drafts>(key);
        const id = dataset.drafted ?? '';
        // A conversation replaces the message box and has no name and email fields.
        const written = [...new FormData(form).values()].slice(0, id ? 1 : 3) as string[];
        delete drafts[''];
        delete drafts[id];
        if (written.some(Boolean)) drafts[id] = written;
        const kept = JSON.stringify(drafts);
        if (kept === '{}') localStorage.removeItem(key);
        else localStorage.setItem(key, kept);
      } catch {}
    },

    /** Moves nothing on the page: the box keeps its size until the person focuses it. Text typed before this script loaded comes first. */
    restore() {
      try {
        dataset.drafted ??= read<{ conversationId?: string }>(`foyer:${dataset.manager}`).conversationId ?? '';
        read<Drafts>(key)[dataset.drafted]?.forEach((kept, index) => {
          const field = fields[index];
          if (!field || field.value.startsWith(kept)) return;
          const { value, selectionEnd } = field;
          if (!value) {
            classList.add('is-kept');
            field.value = kept;
          } else if (index === 0) {
            field.value = `${value}\n\n${kept}`;
            field.selectionEnd = selectionEnd;
          }
        });
      } catch {}
    },
  };
}
