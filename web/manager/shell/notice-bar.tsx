import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { dismissNotice, holdNotice, type Notice, notice, resumeNotice, retry, undo } from '../notice/notice.ts';
import { route } from '../route/history.ts';
import { hasTwoPanes } from '../workspace/panels.ts';

const ACT = 'h-8 shrink-0 rounded-lg px-2.5 font-semibold text-accent hover:bg-hover pointer-coarse:h-11';

/** Where a notice can stand: below the list, below a screen, or on a phone above the messages of the open conversation. */
type Place = 'list' | 'screen' | 'thread';

/**
 * The quiet bar in which something is said. It takes its own room, and covers nothing. Each place has its frame, which is always there, so
 * that what appears in it is read out.
 */
export function NoticeBar({ place, class: look }: { place: Place; class: string }) {
  const { screen, conversationId } = route.value;
  const current = screen !== null ? 'screen' : conversationId !== null && !hasTwoPanes.value ? 'thread' : 'list';
  return (
    <div role="status" class={place === 'screen' ? 'sticky bottom-0' : undefined}>
      {notice.value && place === current && <Bar key={notice.value} notice={notice.value} class={look} />}
    </div>
  );
}

function Bar({ notice: current, class: look }: { notice: Notice; class: string }) {
  return (
    <div
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
