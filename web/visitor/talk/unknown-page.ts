/**
 * Runs on the page of an unknown address, which is the same for everyone: it must not tell that a page exists and is offline. Only this
 * browser's session tells, so the server is asked, and only by a browser that has conversations.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-conversation]');

if (link && hasConversations()) {
  link.search = new URLSearchParams({ slug: location.pathname.slice(1) }).toString();
  fetch(link.href).then(
    ({ ok }) => {
      link.hidden = !ok;
    },
    () => {},
  );
}

function hasConversations(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('foyer:'));
  } catch {
    return false;
  }
}
