import type { VisitorConversation } from '@foyer/domain/conversation';
import { dayAt } from '@foyer/domain/days';
import { isOver } from '@foyer/domain/page-state';
import { locale } from '../../lib/language.ts';
import { dayName } from '../../public-page/day-name.ts';
import { noticeOf } from '../talk/notice.ts';
import type { State } from '../talk/talk.ts';
import { thread } from '../words.ts';

export function threadNotice(state: State): string {
  const { wait, phase, conversation, said } = state;
  const closed = !said && phase === 'open' && conversation ? whyClosed(conversation) : '';
  if (closed) return closed;
  if (!said && phase === 'opening' && wait?.reason === 'offline') return thread.openingOffline;
  return noticeOf(state);
}

/** Why the visitor can't write, and what they still can do; empty if they can write. */
function whyClosed({ isBlocked, isOffline, endsAt, pause }: VisitorConversation): string {
  if (isOffline) {
    const ends = endsAt === undefined ? '' : thread.endsOn({ date: dayName(dayAt(endsAt), locale) });
    return [thread.pageOffline, ends].filter(Boolean).join(' ');
  }
  if (isBlocked) return thread.blocked;
  if (!pause || isOver(pause, Date.now())) return '';
  const until = pause.backOn === null ? thread.paused : thread.pausedUntil({ date: dayName(pause.backOn, locale) });
  return [until, pause.sentence, thread.stillYours].filter(Boolean).join(' ');
}
