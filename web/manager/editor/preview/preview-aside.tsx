import type { Profile } from '@foyer/domain/profile';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Doorway } from '../../../public-page/doorway.tsx';

export interface AsideProps {
  profile: ReadonlySignal<Profile>;
  slug: string;
  managerId: string;
}

/** The preview next to a form, if there is room. Until it is loaded, the drawn door. */
export function PreviewAside(props: AsideProps) {
  const Page = usePage(true);
  return Page ? <Page {...props} class="h-[min(52.75rem,calc(100dvh-6rem))]" /> : <Doorway isOpen />;
}

/** A small preview inside the form, if there is no room next to it. */
export function PreviewInline(props: AsideProps) {
  const Page = usePage(false);
  return <div class="mb-6 h-[min(20rem,45dvh)] three:hidden">{Page && <Page {...props} class="h-full" />}</div>;
}

/** The component that shows the page, once it is loaded. Of the two previews above, only the one that is shown loads it. */
function usePage(isBeside: boolean) {
  const loaded = useSignal<{ PageAside: ComponentType<AsideProps & { class: string }> } | null>(null);
  useEffect(() => {
    // The same width as the breakpoint `three`.
    if (matchMedia('(min-width: 68rem)').matches !== isBeside) return;
    import('./page-aside.tsx').then(
      (found) => {
        loaded.value = found;
      },
      () => {},
    );
  }, []);
  return loaded.value?.PageAside;
}
