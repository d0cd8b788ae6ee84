/** Leads to the message box; the island then says there what the message is about. */
export function Ask({ id, title }: { id: string; title: string }) {
  return (
    <a class="ask" href="#conversation" data-ask={id} aria-label={`Ask about this: ${title}`}>
      Ask about this
    </a>
  );
}
