/**
 * The messages on their way, in the thread's own markup, for as long as the thread's script is not there: what was sent is seen at once,
 * and nothing of the thread need be loaded before there is one.
 */
export function drawBubbles(thread: Element, texts: readonly string[]): void {
  if (texts.length === 0) return thread.replaceChildren();
  const when = element('p', 'when', 'Sending');
  const group = element('div', 'group own', ...texts.map((text) => element('p', 'bubble', text)), when);
  thread.replaceChildren(element('div', 'log', group));
}

function element(tag: string, className: string, ...content: (Node | string)[]): Element {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}
