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

/** The page as it comes to be, where there is room beside the words. Until it is loaded, the door. */
export function PreviewAside(props: AsideProps) {
  const loaded = useSignal<{ PageAside: ComponentType<AsideProps> } | null>(null);
  useEffect(() => {
    // The same width as the breakpoint `three`.
    if (!matchMedia('(min-width: 68rem)').matches) return;
    import('./page-aside.tsx').then(
      (found) => {
        loaded.value = found;
      },
      () => {},
    );
  }, []);
  if (!loaded.value) return <Doorway isOpen />;
  return <loaded.value.PageAside {...props} />;
}
