import type { Measure } from './period.ts';
import { words } from './words.ts';

interface MeasureWords {
  title: string;
  column: string;
  on(values: { day: string; count: number }): string;
  soFar(values: { day: string; count: number }): string;
}

export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  views: { title: words.viewsTitle, column: words.viewsColumn, on: words.viewsOn, soFar: words.viewsSoFar },
  conversations: {
    title: words.conversationsTitle,
    column: words.conversationsColumn,
    on: words.conversationsOn,
    soFar: words.conversationsSoFar,
  },
  messages: { title: words.messagesTitle, column: words.messagesColumn, on: words.messagesOn, soFar: words.messagesSoFar },
  replies: { title: words.repliesTitle, column: words.repliesColumn, on: words.repliesOn, soFar: words.repliesSoFar },
};
