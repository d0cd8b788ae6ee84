import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { dismissNotice, holdNotice, notice, resumeNotice, retry, undo } from '../notice/notice.ts';

const ACT = 'h-8 shrink-0 rounded-lg px-2.5 font-semibold text-accent hover:bg-hover pointer-coarse:h-11';

/** The quiet bar at the bottom. Its frame is always there, so that what appears in it is read out. */
export function NoticeBar({ isAboveComposer }: { isAboveComposer: boolean }) {
  const current = notice.value;
  return (
    <div
      role="status"
      class={classes(
        'pointer-events-none fixed inset-x-3 z-10 mb-[calc(env(safe-area-inset-bottom)+var(--bottom-bar))] flex justify-center two:right-auto two:bottom-4 two:left-3 two:w-74 three:left-58 three:w-84',
        isAboveComposer ? 'bottom-28' : 'bottom-4',
      )}
    >
      {current && (
        <div
          key={current}
          class="enter pointer-events-auto flex min-h-11 w-full items-center gap-1 rounded-xl bg-raised py-1 pr-1.5 pl-4 text-sm shadow-raised max-two:max-w-md"
          onPointerEnter={holdNotice}
          onPointerLeave={resumeNotice}
          onFocusCapture={holdNotice}
          onBlurCapture={resumeNotice}
        >
          <span class="grow text-pretty">{current.text}</span>
          {current.undo && (
            <button type="button" onClick={undo} aria-keyshortcuts={MOVE_KEYS.undo[0]} title={`Undo (${MOVE_KEYS.undo[0]})`} class={ACT}>
              Undo
            </button>
          )}
          {current.retry && (
            <button type="button" onClick={retry} class={ACT}>
              Try again
            </button>
          )}
          {current.offer && (
            <button type="button" onClick={current.offer.act} class={ACT}>
              {current.offer.label}
            </button>
          )}
          <IconButton icon="close" label="Dismiss" onClick={dismissNotice} />
        </div>
      )}
    </div>
  );
}
