import { element } from '../../lib/element.ts';

/** What "Ask about this" put into the composer last: asked about something else, it gives way. */
let opening = '';

/**
 * Has the message be about a project or a service of the page: `link` stands in its card. Before a conversation it is a line in the box,
 * which can be taken away, and goes with the first message. In a thread it is the beginning of what the person writes, theirs to change.
 */
export function ask(section: HTMLElement, link: HTMLElement): void {
  const field = section.querySelector('textarea');
  if (!field) return;
  const title = link.closest('li')?.querySelector('h3')?.textContent ?? '';
  if (section.classList.contains('is-thread')) begin(field, `About ${title}: `);
  else name(section, field, title, link.dataset.ask);
  field.focus({ preventScroll: true });
  // The link has led to the box as it was; the line above the field came after.
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
  const button = Object.assign(element('button', 'quiet', 'Remove'), { type: 'button' });
  button.onclick = () => {
    drop();
    field.focus();
  };
  const topic = element('p', 'topic', element('span', '', 'About'), element('bdi', '', title), button);
  section.querySelector('.about-you')?.prepend(topic);
  field.setAttribute('aria-description', `About ${title}`);
  section.dataset.section = id;
}
