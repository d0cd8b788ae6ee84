import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A larger part of a group: its name, a sentence about it, and its controls below. */
export function Block({ title, about, children }: { title: string; about: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="px-4 py-5 two:px-5">
      <h3 id={id} class="text-base font-medium">
        {title}
      </h3>
      <p class="mt-0.5 max-w-[60ch] text-sm text-pretty text-soft">{about}</p>
      <div class="mt-4">{children}</div>
    </section>
  );
}
