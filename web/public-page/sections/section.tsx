import type { Section as SectionFacts } from '@foyer/domain/profile';
import type { ComponentChildren } from 'preact';
import { useSpoken } from '../words.ts';

/** A section below the opening; some stylesheets number them. Uses Foyer's title if the manager gave none. */
export function Section({ kind, title, children }: Pick<SectionFacts, 'kind' | 'title'> & { children: ComponentChildren }) {
  const { sections, own } = useSpoken();
  return (
    <section id={kind} class={`chapter chapter-${kind}`} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`} dir="auto" lang={title ? undefined : own.lang}>
        {title || sections[kind]}
      </h2>
      {children}
    </section>
  );
}
