import { signal } from '@preact/signals';
import { words } from '../words.ts';
import { notice, say, undo as undoNotice } from './notice.ts';
import type { Sentence } from './sentence.ts';

/** An act that can be undone. */
export interface RecentAct {
  sentence: Sentence;
  atMs: number;
  undo(): void;
}

/** How many acts can be undone. They end with the page. */
const KEPT = 20;

/** The latest acts, newest first. */
export const recentActs = signal<readonly RecentAct[]>([]);

/** Reports an act with a way to undo it, and keeps it while it is among the latest. */
export function sayDone(sentence: Sentence, undo: () => void): void {
  const act: RecentAct = { sentence, atMs: Date.now(), undo };
  recentActs.value = [act, ...recentActs.value].slice(0, KEPT);
  say(sentence, () => takeBack(act));
}

export function takeBack(act: RecentAct): void {
  if (!recentActs.value.includes(act)) return;
  recentActs.value = recentActs.value.filter((other) => other !== act);
  act.undo();
}

/** Undoes the act of the current notice, else the latest act. */
export function undoLatest(): void {
  const [latest] = recentActs.value;
  if (notice.value?.undo) undoNotice();
  else if (latest) takeBack(latest);
  else say(words.nothingToUndo);
}
