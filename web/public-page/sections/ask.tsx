/** Leads to the message box; the island then says there what the message is about. Its name begins with what is seen of it (WCAG 2.5.3). */
export function Ask({ id, title }: { id: string; title: string }) {
  return (
    <a class="ask" lang="en" href="#conversation" data-ask={id} aria-label={`Ask about this: ${title}`}>
      Ask about this
    </a>
  );
}
