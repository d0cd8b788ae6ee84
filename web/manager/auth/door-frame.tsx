import type { ComponentChildren } from 'preact';
import { Doorway } from '../../public-page/doorway.tsx';

interface Props {
  children: ComponentChildren;
  footer?: ComponentChildren;
  /** At the right, instead of the drawn door. */
  aside?: ComponentChildren;
}

/** The frame of every screen before the inbox: its content at the left, Foyer's drawn door at the right if there is room. */
export function DoorFrame({ children, footer, aside = <Doorway isOpen /> }: Props) {
  return (
    <div class="grid h-dvh overflow-y-auto three:grid-cols-[minmax(34rem,1fr)_1fr]">
      <div class="flex min-w-0 flex-col bg-paper px-5 pt-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] two:px-12 two:py-8">
        <header class="flex h-10 items-center gap-2.5 text-md font-semibold">
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M4 21V3h10v18z" class="fill-lamp" />
            <path
              d="M4 21V3h10v18m0-18 6-1.5v22L14 21M1 21h3m10 0h9"
              fill="none"
              stroke="currentColor"
              stroke-width="1.25"
              stroke-linejoin="round"
            />
          </svg>
          Foyer
        </header>
        <main class="enter mx-auto flex w-full max-w-96 grow flex-col py-8 two:justify-center two:pb-16">{children}</main>
        {footer && <footer class="mx-auto w-full max-w-96 text-sm text-soft">{footer}</footer>}
      </div>
      <div class="sticky top-0 hidden h-dvh place-items-center bg-canvas three:grid">{aside}</div>
    </div>
  );
}

export function DoorTitle({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="mb-8">
      <h1 class="text-2xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
      {children && <div class="mt-2 text-md text-pretty text-soft">{children}</div>}
    </header>
  );
}
