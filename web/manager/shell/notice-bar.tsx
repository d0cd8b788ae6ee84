import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { dismissNotice, holdNotice, type Notice, notice, resumeNotice, retry, undo } from '../notice/notice.ts';
import { Said } from '../notice/said.tsx';
import { route } from '../route/history.ts';
import { words } from '../words.ts';
import { hasTwoPanes } from '../workspace/panels.ts';
import { ArrivalBar } from './arrival-bar.tsx';

const ACT = 'min-h-8 shrink-0 rounded-lg px-2.5 font-semibold text-accent hover:bg-hover pointer-coarse:min-h-11';

/** Where a notice can be: below the list, below a screen, or on a phone above the messages of the open conversation. */
type Place = 'list' | 'screen' | 'thread';

/**
 * The bar with a notice, and the one of a new message. They take their own room and cover nothing. Each place has its frame all the time, so
 * that screen readers read what appears in it.
 */
export function NoticeBar({ place, class: look }: { place: Place; class: string }) {
  const { screen, conversationId } = route.value;
  const current = screen !== null ? 'screen' : conversationId !== null && !hasTwoPanes.value ? 'thread' : 'list';
  return (
    <div class={place === 'screen' ? 'sticky bottom-0' : undefined}>
      {place === current && <ArrivalBar class={look} />}
      <div role="status">{notice.value && place === current && <Bar key={notice.value} notice={notice.value} class={look} />}</div>
    </div>
  );
}

function Bar({ notice: current, class: look }: { notice: Notice; class: string }) {
  return (
    <div
      class={classes('enter flex min-h-12 shrink-0 items-center gap-1 border-line bg-raised py-1 ps-4 pe-1.5 text-sm three:ps-5', look)}
      onPointerEnter={holdNotice}
      onPointerLeave={resumeNotice}
      onFocusCapture={holdNotice}
      onBlurCapture={resumeNotice}
    >
      <span class="min-w-0 grow text-pretty [overflow-wrap:anywhere]">
        <Said sentence={current.sentence} />
      </span>
      {current.undo && (
        <button
          type="button"
          onClick={undo}
          aria-keyshortcuts={MOVE_KEYS.undo[0]}
          title={words.withKey({ label: words.undo, key: MOVE_KEYS.undo[0] })}
          class={ACT}
        >
          {words.undo}
        </button>
      )}
      {current.retry && (
        <button type="button" onClick={retry} class={ACT}>
          {words.tryAgain}
        </button>
      )}
      {current.offer && (
        <button type="button" onClick={current.offer.act} class={ACT}>
          {current.offer.label}
        </button>
      )}
      <IconButton icon="close" label={words.dismiss} onClick={dismissNotice} />
    </div>
  );
}
