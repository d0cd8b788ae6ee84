import type { ComponentChildren } from 'preact';
import type { Chapter } from './chapters.ts';

/** A numbered part of the page; the stylesheet counts. */
export function Section({ id, title, children }: Chapter & { children: ComponentChildren }) {
  return (
    <section id={id} class="chapter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
