import { clockTime } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { words as commands } from '../keys/words.ts';
import { recentActs, takeBack } from '../notice/recent-acts.ts';
import { Said } from '../notice/said.tsx';
import { textOf } from '../notice/sentence.ts';
import { words } from '../words.ts';

/** What was done to conversations since the page was opened. Each act can be undone. */
export function RecentActsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog label={words.recentActions} isWide onClose={onClose}>
      <div class="flex items-center justify-between ps-5 pe-3 pt-3">
        <h2 class="text-base font-semibold">{words.recentActions}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </div>
      {recentActs.value.length === 0 ? (
        <p class="px-5 pt-1 pb-5 text-sm text-pretty text-soft">{commands.noRecentActions}</p>
      ) : (
        <ol class="px-5 pt-1 pb-4">
          {recentActs.value.map((act) => (
            <li key={act} class="flex min-h-10 items-center gap-3 text-sm">
              <span class="min-w-0 grow py-1 text-pretty [overflow-wrap:anywhere]">
                <Said sentence={act.sentence} />
              </span>
              <time dateTime={new Date(act.atMs).toISOString()} class="shrink-0 text-xs text-soft tabular-nums">
                {clockTime(act.atMs)}
              </time>
              <Button
                aria-label={commands.undoThis({ sentence: textOf(act.sentence) })}
                onClick={() => {
                  onClose();
                  takeBack(act);
                }}
              >
                {words.undo}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
