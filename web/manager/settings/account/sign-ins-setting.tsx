import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browserOf } from '../../../lib/this-browser.ts';
import { clockTime, dayName } from '../../../lib/time.ts';
import { Button } from '../../../ui/button.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { words } from '../words.ts';
import { EverywhereDialog } from './everywhere-dialog.tsx';

/** What is known of a manager's sign-ins: this one. Auth keeps no list that a browser can read, and neither do we. */
export function SignInsSetting() {
  const { user } = useWorkspace();
  const since = useSignal<number | null>(null);
  const isAsking = useSignal(false);
  useEffect(() => {
    user.getIdTokenResult().then(
      ({ authTime }) => {
        since.value = Date.parse(authTime);
      },
      // Offline with an expired token, the time isn't known.
      () => {},
    );
  }, [user, since]);
  const { browser, system } = browserOf(navigator.userAgent);
  const name = browser && system ? words.browserOnSystem({ browser, system }) : (browser ?? system);
  return (
    <div class="px-4 py-4 two:px-5">
      <h3 class="text-base font-medium">{words.signIns}</h3>
      <p class="mt-0.5 max-w-[60ch] text-sm text-pretty text-soft">{words.signInsHelp}</p>
      <div class="mt-3 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div class="text-sm">
          <p>{name === null ? words.thisBrowser : words.thisBrowserNamed({ browser: name })}</p>
          {since.value !== null && (
            <p class="text-soft">{words.signedInSince({ day: dayName(since.value, Date.now()), time: clockTime(since.value) })}</p>
          )}
        </div>
        <Button
          aria-haspopup="dialog"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {words.signOutEverywhere}
        </Button>
      </div>
      {isAsking.value && (
        <EverywhereDialog
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </div>
  );
}
