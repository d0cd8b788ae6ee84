import type { ComponentChildren } from 'preact';

export function PanelPart({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-4 border-line not-first:mt-6 not-first:border-t not-first:pt-6">
      {title && <h2 class="text-md font-semibold">{title}</h2>}
      {children}
    </section>
  );
}
