import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile, Section } from '@foyer/domain/profile';
import { pauseSentences } from '@foyer/web/public-page/pause-sentences';
import { shownSections } from '@foyer/web/public-page/shown-sections';
import { spokenOn } from '../spoken.ts';

/** A page as Markdown for programs, in the page's language, with nothing the page doesn't show. People's texts can't become markup. */
export function pageAsText(profile: Profile, { address, pause = null }: { address: string; pause?: Pause | null }): string {
  const spoken = spokenOn(profile);
  const { words, sections } = spoken;
  const { name, headline, intro, location, pronouns } = profile;
  const facts = [pronouns, location].filter((fact) => fact !== undefined);
  return blocks([
    `# ${inline(name)}`,
    headline && `> ${inline(headline)}`,
    intro && inline(intro),
    facts.length > 0 && facts.map(inline).join(' · '),
    pause
      ? inline(pauseSentences(pause, firstNameOf(name), spoken).join(' '))
      : words.forPrograms({ name: inline(name), address: `<${address}>` }),
    ...shownSections(profile).flatMap((section) => [`## ${inline(section.title ?? sections[section.kind])}`, contentOf(section)]),
  ]);
}

function contentOf(section: Section): string {
  switch (section.kind) {
    case 'projects':
      return list(section.items, ({ title, year, text, link }) => [
        inline(title),
        year && inline(year),
        text && inline(text),
        link && target(link),
      ]);
    case 'services':
      return list(section.items, ({ title, price, text }) => [inline(title), price && inline(price), text && inline(text)]);
    case 'experience':
      return list(section.items, ({ role, place, period, text }) => [
        inline(role),
        place && inline(place),
        period && inline(period),
        text && inline(text),
      ]);
    case 'skills':
      return list(section.items, ({ name }) => [inline(name)]);
    case 'gallery':
      return list(section.items, ({ image, caption }) => [inline(caption ?? image.alt)]);
    case 'testimonials':
      return list(section.items, ({ text, name, role }) => [inline(text), inline([name, role].filter(Boolean).join(', '))]);
    case 'faq':
      return list(section.items, ({ question, answer }) => [inline(question), inline(answer)]);
    case 'links':
      return list(section.items, ({ label, url }) => [inline(label), target(url)]);
    case 'about':
    case 'now':
      return section.text
        .split(/\n{2,}/)
        .map(inline)
        .join('\n\n');
  }
}

function list<T>(items: readonly T[], parts: (item: T) => (string | undefined)[]): string {
  return items.map((item) => `- ${parts(item).filter(Boolean).join(' — ')}`).join('\n');
}

function blocks(parts: (string | false | undefined)[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** One line with every Markdown character escaped, including those that are special only at the start of a line. */
export function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');
}

/** A link's address in angle brackets, which it can't close. */
export function target(url: string): string {
  return `<${url.replace(/[\s<>\\]/gu, encodeURIComponent)}>`;
}
