import type { Profile, Section } from '@foyer/domain/profile';
import { SECTION_TITLES } from '@foyer/web/public-page/sections/section';
import { shownSections } from '@foyer/web/public-page/shown-sections';

/** A page as Markdown, for programs that read for somebody. Nothing that the page does not show; what people wrote cannot become markup. */
export function pageAsText(profile: Profile, { address }: { address: string }): string {
  const { name, headline, intro, location, pronouns } = profile;
  const facts = [pronouns, location].filter((fact) => fact !== undefined);
  return blocks([
    `# ${inline(name)}`,
    headline && `> ${inline(headline)}`,
    intro && inline(intro),
    facts.length > 0 && facts.map(inline).join(' · '),
    `Anybody can write to ${inline(name)} at <${address}>, without an account. There is a message box on the page, and no other way in: please do not write in somebody’s name without asking them.`,
    ...shownSections(profile).flatMap((section) => [`## ${inline(section.title ?? SECTION_TITLES[section.kind])}`, contentOf(section)]),
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

/** On one line, with every character escaped that Markdown gives a meaning to, also those that mean something only at a line's beginning. */
export function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');
}

/** A link's address between angle brackets, which it cannot leave. */
export function target(url: string): string {
  return `<${url.replace(/[\s<>\\]/gu, encodeURIComponent)}>`;
}
