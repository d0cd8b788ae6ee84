import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { dismissNotice, holdNotice, type Notice, notice, resumeNotice, retry, undo } from '../notice/notice.ts';

const ACT = 'h-8 shrink-0 rounded-lg px-2.5 font-semibold text-accent hover:bg-hover pointer-coarse:h-11';

/** Reads out what is said. It is always there, so that what appears in it is noticed. */
export function NoticeVoice() {
  return (
    <p role="status" class="sr-only">
      {notice.value && <Words notice={notice.value} />}
    </p>
  );
}

/** The quiet bar in which something is said. It takes its own room, and covers nothing. */
export function NoticeBar({ class: look }: { class?: string }) {
  const current = notice.value;
  if (!current) return null;
  return (
    <div
      key={current}
      class={classes('enter flex min-h-12 shrink-0 items-center gap-1 border-line bg-raised py-1 pr-1.5 pl-4 text-sm three:pl-5', look)}
      onPointerEnter={holdNotice}
      onPointerLeave={resumeNotice}
      onFocusCapture={holdNotice}
      onBlurCapture={resumeNotice}
    >
      <span class="min-w-0 grow text-pretty [overflow-wrap:anywhere]">
        <Words notice={current} />
      </span>
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
  );
}

/** A sentence with the name in it kept apart from its neighbours. Where it doesn't name whom it is about, the name stands before it. */
export function Words({ notice: { text, about } }: { notice: Pick<Notice, 'text' | 'about'> }) {
  if (about === undefined) return <>{text}</>;
  const start = text.indexOf(about);
  return (
    <>
      {start < 0 ? '' : text.slice(0, start)}
      <bdi class="font-medium">{about}</bdi>
      {start < 0 ? `: ${text}` : text.slice(start + about.length)}
    </>
  );
}
