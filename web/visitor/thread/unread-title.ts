/** Shows in the tab's title how many of the manager's messages arrived while no one was looking. */
export function createUnreadTitle(): { add(count: number): void; clear(): void } {
  let unread = 0;
  const show = () => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${document.title.replace(/^\(\d+\) /, '')}`;
  };
  return {
    add(count) {
      unread += count;
      show();
    },
    clear() {
      if (unread === 0) return;
      unread = 0;
      show();
    },
  };
}
