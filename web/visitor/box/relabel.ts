import type { PageWords } from '@foyer/words/compiled/types/page';
import { withNodes } from '@foyer/words/with-nodes';
import { element } from '../../lib/element.ts';

/** Translates the server-rendered message box (public-page/message-box.tsx, about-you.tsx). */
export function relabel(section: HTMLElement, words: PageWords): void {
  const { name = '' } = section.dataset;
  const find = (selector: string) => section.querySelector<HTMLElement>(selector);
  const label = (selector: string, attributes: Readonly<Record<string, string>>) => {
    for (const [attribute, text] of Object.entries(attributes)) find(selector)?.setAttribute(attribute, text);
  };

  section.setAttribute('aria-label', words.conversationWith({ name }));
  find('.thread-head')?.replaceChildren(...withNodes<{ name: string }, Node>(words.youAnd, { name: element('bdi', '', name) }));
  label('.notice', { 'data-offline': words.seemOffline });
  label('textarea', { placeholder: words.messagePlaceholder({ name }), 'aria-label': words.messageLabel({ name }) });
  for (const [part, text] of [['name', words.yourName] as const, ['email', words.email] as const]) {
    find(`label:has([name=${part}]) span`)?.replaceChildren(text);
    label(`[name=${part}]`, { placeholder: words.optional });
  }
  find('.send')?.replaceChildren(words.send);
  const note = find('.box-note')?.firstChild;
  if (note) note.nodeValue = `${words.noAccount} `;
  find('.box-note [name=code]')?.replaceChildren(words.haveCode);
}
