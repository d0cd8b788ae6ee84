import type { ReplyTime } from '@foyer/domain/availability';
import type { Measure } from './period.ts';

export const MEASURE_WORDS: Readonly<Record<Measure, { title: string; one: string; many: string }>> = {
  views: { title: 'Views of your page', one: 'view', many: 'views' },
  conversations: { title: 'New conversations', one: 'conversation', many: 'conversations' },
  messages: { title: 'Messages to you', one: 'message', many: 'messages' },
  replies: { title: 'Your replies', one: 'reply', many: 'replies' },
};

export const REPLY_WORDS: Readonly<Record<ReplyTime, string>> = {
  hour: 'within an hour',
  hours: 'within a few hours',
  day: 'within a day',
  days: 'within a few days',
};

/** `Sat, 21 Nov`. A day's name is no moment, and has no zone to be moved by. */
export function shortDay(day: string): string {
  return new Date(day).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
}
