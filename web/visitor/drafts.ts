/** What was written and not sent, in this browser alone: by the id of its conversation, with an empty id for the message box. */
type Drafts = Record<string, Record<string, string>>;

const FIELDS = ['text', 'name', 'email'] as const;

/**
 * Keeps what stands in a page's message box, so that it is there again after a reload or a look at another page. Nothing is kept where
 * storage is refused, and nothing once it is sent.
 */
export function openDrafts({ dataset, classList }: HTMLElement, form: HTMLFormElement): { keep(): void; restore(): void } {
  const key = `foyer-draft:${dataset.manager}`;
  // Asking for storage throws where it is refused.
  const read = (from: string) => JSON.parse(localStorage.getItem(from) ?? '{}') as Drafts & { conversationId?: string };
  const conversation = () => read(`foyer:${dataset.manager}`).conversationId ?? '';
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;

  return {
    keep() {
      try {
        const drafts = read(key) as Drafts;
        const id = conversation();
        const written = FIELDS.map((name) => [name, field(name).value]).filter(([name, value]) => value && (name === 'text' || !id));
        // A conversation has taken the place of the message box.
        delete drafts[''];
        delete drafts[id];
        if (written.length > 0) drafts[id] = Object.fromEntries(written);
        if (Object.keys(drafts).length > 0) localStorage.setItem(key, JSON.stringify(drafts));
        else localStorage.removeItem(key);
      } catch {}
    },

    /** Without moving the page: the box keeps its size until the person turns to it. What was typed before this script came stays first. */
    restore() {
      try {
        const draft = (read(key) as Drafts)[conversation()] ?? {};
        for (const name of FIELDS) {
          const element = field(name);
          const { value, selectionEnd } = element;
          const kept = draft[name];
          if (!kept || value.startsWith(kept)) continue;
          if (!value) classList.add('is-kept');
          else if (name !== 'text') continue;
          element.value = value ? `${value}\n\n${kept}` : kept;
          if (value) element.setSelectionRange(selectionEnd, selectionEnd);
        }
      } catch {}
    },
  };
}
