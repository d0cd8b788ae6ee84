import type { Section as SectionFacts, SectionKind } from '@foyer/domain/profile';
import type { ComponentChildren } from 'preact';

/** What a section is called where the manager calls it nothing else. */
export const SECTION_TITLES: Readonly<Record<SectionKind, string>> = {
  projects: 'Selected work',
  services: 'Services',
  about: 'About',
  experience: 'Experience',
  skills: 'Skills',
  gallery: 'Gallery',
  testimonials: 'Kind words',
  faq: 'Questions',
  now: 'Now',
  links: 'Links',
};

/** A part of the page below the opening; some stylesheets count them. What the page says in its own words is English, whatever the manager writes in. */
export function Section({ kind, title, children }: Pick<SectionFacts, 'kind' | 'title'> & { children: ComponentChildren }) {
  return (
    <section id={kind} class={`chapter chapter-${kind}`} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`} dir="auto" lang={title ? undefined : 'en'}>
        {title || SECTION_TITLES[kind]}
      </h2>
      {children}
    </section>
  );
}
