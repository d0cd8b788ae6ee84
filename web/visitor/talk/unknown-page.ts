/**
 * Runs on the page of an unknown address, which is the same for everyone: it must not tell that a page exists and is offline. Only this
 * browser's session tells, so the server is asked, and only by a browser that has conversations.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-conversation]');

/** A busy server, or a connection that is lost for a moment, is asked again. */
const AGAIN_MS = [2000, 8000, 20_000];

if (link && hasConversations()) {
  link.search = new URLSearchParams({ slug: location.pathname.slice(1) }).toString();
  show(link, AGAIN_MS);
}

async function show(link: HTMLAnchorElement, [wait, ...waits]: readonly number[]): Promise<void> {
  const status = await fetch(link.href).then(
    (answer) => answer.status,
    () => 0,
  );
  link.hidden = status !== 200;
  if (status !== 200 && status !== 404 && wait !== undefined) setTimeout(() => show(link, waits), wait);
}

function hasConversations(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('foyer:'));
  } catch {
    return false;
  }
}
