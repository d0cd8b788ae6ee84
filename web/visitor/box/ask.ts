import { withNodes } from '@foyer/words/with-nodes';
import { element } from '../../lib/element.ts';
import { speakCards } from '../speak.ts';
import { cards } from '../words.ts';

/** The text that "Ask about this" last put into the composer; asking about another item replaces it. */
let opening = '';

/**
 * Makes the message about a project or service of the page, the one whose card contains `link`. Before a conversation it is a removable
 * line in the box, sent with the first message. In a thread it is the start of the message, which the person can edit.
 */
export async function ask(section: HTMLElement, link: HTMLElement): Promise<void> {
  await speakCards();
  const field = section.querySelector('textarea');
  if (!field) return;
  const title = link.closest('li')?.querySelector('h3')?.textContent ?? '';
  if (section.classList.contains('is-thread')) begin(field, `${cards.aboutStart({ title })} `);
  else name(section, field, title, link.dataset.ask);
  field.focus({ preventScroll: true });
  // The link has scrolled to the box before the line above the field was added.
  field.form?.scrollIntoView({ block: 'center' });
}

function begin(field: HTMLTextAreaElement, words: string): void {
  if (field.readOnly) return;
  field.value = words + (field.value.startsWith(opening) ? field.value.slice(opening.length) : field.value);
  opening = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function name(section: HTMLElement, field: HTMLElement, title: string, id = ''): void {
  const drop = () => {
    section.querySelector('.topic')?.remove();
    field.removeAttribute('aria-description');
    delete section.dataset.section;
  };
  drop();
  const button = Object.assign(element('button', 'quiet', cards.remove), { type: 'button' });
  button.onclick = () => {
    drop();
    field.focus();
  };
  const topic = element(
    'p',
    'topic',
    element('span', '', ...withNodes<{ title: string }, Node>(cards.about, { title: element('bdi', '', title) })),
    button,
  );
  section.querySelector('.about-you')?.prepend(topic);
  field.setAttribute('aria-description', cards.about({ title }));
  section.dataset.section = id;
}
