/** What was written and not sent: message, name and email by the id of the conversation. The message box has an empty id. */
type Drafts = Record<string, string[]>;

/**
 * Keeps what stands in a page's message box in this browser, so that it is there again after a reload or a look at another page. Nothing
 * is kept where storage is refused, and nothing once it is sent. `data-drafted` on the section is the conversation it belongs to.
 */
export function openDrafts({ dataset, classList }: HTMLElement, form: HTMLFormElement): { keep(): void; restore(): void } {
  const key = `foyer-draft:${dataset.manager}`;
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea,input')];
  /** Asking for storage throws where it is refused. */
  const read = <T>(from: string) => JSON.parse(localStorage.getItem(from) ?? '{}') as T;

  return {
    keep() {
      try {
        const drafts = read<Drafts>(key);
        const id = dataset.drafted ?? '';
        // In a conversation there are no name and email, and the message box has given way to it.
        const written = fields.slice(0, id ? 1 : 3).map(({ value }) => value);
        delete drafts[''];
        delete drafts[id];
        if (written.some(Boolean)) drafts[id] = written;
        const kept = JSON.stringify(drafts);
        if (kept === '{}') localStorage.removeItem(key);
        else localStorage.setItem(key, kept);
      } catch {}
    },

    /** Moves nothing on the page: the box keeps its size until the person turns to it. What was typed before this script came stays first. */
    restore() {
      try {
        dataset.drafted ??= read<{ conversationId?: string }>(`foyer:${dataset.manager}`).conversationId ?? '';
        for (const [index, kept] of (read<Drafts>(key)[dataset.drafted] ?? []).entries()) {
          const field = fields[index];
          if (!field || !kept || field.value.startsWith(kept)) continue;
          const { value, selectionEnd } = field;
          if (!value) {
            classList.add('is-kept');
            field.value = kept;
          } else if (index === 0) {
            field.value = `${value}\n\n${kept}`;
            field.setSelectionRange(selectionEnd, selectionEnd);
          }
        }
      } catch {}
    },
  };
}
