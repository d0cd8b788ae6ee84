import type { ComponentChildren } from 'preact';

/** A part of the settings. Links lead to it by its id: `/app/settings#notifications`. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id} class="mt-12 first:mt-0">
      <h2 id={id} tabIndex={-1} data-quiet-focus class="scroll-mt-8 px-1 text-lg font-semibold tracking-[-0.01em]">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Settings that belong together, divided by lines. */
export function Group({ children }: { children: ComponentChildren }) {
  return <div class="mt-3 divide-y divide-line rounded-xl border border-line bg-raised">{children}</div>;
}
