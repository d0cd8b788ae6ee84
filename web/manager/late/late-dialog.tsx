import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tellMissing } from '../../lib/until-loaded.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { OneMoment } from '../../ui/waiting.tsx';
import { words } from '../words.ts';
import { isLate } from './load-late.ts';

interface Closing {
  onClose(): void;
}

/**
 * A dialog that the first load leaves out. With `isLoadedEarly` it is usually there when it opens. Until it is, an empty dialog has the
 * focus and the keys, so nothing typed reaches the page behind it.
 */
export function lateDialog<P extends Closing>(load: () => Promise<ComponentType<P>>, isLoadedEarly = false): ComponentType<P> {
  let Loaded: ComponentType<P> | null = null;
  const get = async () => {
    Loaded ??= await load();
  };
  if (isLoadedEarly) isLate(get);
  return function Late(props: P) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(Loaded ? 'loaded' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      get().then(
        () => setState('loaded'),
        () => {
          setState('failed');
          tellMissing();
        },
      );
    }, [state]);
    if (Loaded && state === 'loaded') return <Loaded {...props} />;
    return (
      <Dialog label={words.loading} onClose={props.onClose}>
        <div class="flex min-h-20 flex-col items-center justify-center gap-3 p-5">
          {state === 'loading' && <OneMoment />}
          {state === 'failed' && (
            <>
              <p role="alert" class="text-center text-sm text-pretty">
                {words.screenFailed}
              </p>
              <Button onClick={() => setState('loading')}>{words.tryAgain}</Button>
            </>
          )}
        </div>
      </Dialog>
    );
  };
}
