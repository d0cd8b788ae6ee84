import { clockTime } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { recentActs, takeBack } from '../notice/recent-acts.ts';
import { areRecentActsOpen } from '../workspace/panels.ts';
import { Words } from './notice-bar.tsx';

const close = () => {
  areRecentActsOpen.value = false;
};

/** What was done to conversations since the page was opened, each with its undo. */
export function RecentActsDialog() {
  return (
    <Dialog label="Recent actions" isWide onClose={close}>
      <div class="flex items-center justify-between pt-3 pr-3 pl-5">
        <h2 class="text-base font-semibold">Recent actions</h2>
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      {recentActs.value.length === 0 ? (
        <p class="px-5 pt-1 pb-5 text-sm text-pretty text-soft">
          Nothing yet. What you archive, snooze or move appears here, so you can undo it.
        </p>
      ) : (
        <ol class="px-5 pt-1 pb-4">
          {recentActs.value.map((act) => (
            <li key={act} class="flex min-h-10 items-center gap-3 text-sm">
              <span class="min-w-0 grow py-1 text-pretty [overflow-wrap:anywhere]">
                <Words notice={act} />
              </span>
              <time dateTime={new Date(act.atMs).toISOString()} class="shrink-0 text-xs text-soft tabular-nums">
                {clockTime(act.atMs)}
              </time>
              <Button
                aria-label={`Undo: ${act.text}`}
                onClick={() => {
                  close();
                  takeBack(act);
                }}
              >
                Undo
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
