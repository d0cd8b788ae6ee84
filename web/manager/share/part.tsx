import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One way to share the page, with a sentence about its purpose. */
export function Part({ title, about, children }: { title: string; about: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="mt-10 border-t border-line pt-8">
      <h2 id={id} class="text-lg font-semibold tracking-[-0.01em]">
        {title}
      </h2>
      <p class="mt-1 max-w-prose text-base text-pretty text-soft">{about}</p>
      <div class="mt-5">{children}</div>
    </section>
  );
}
