import { signal } from '@preact/signals';
import { notice, say, undo as undoNotice } from './notice.ts';

/** An act that can be undone. */
export interface RecentAct {
  text: string;
  /** Whose conversation it was about, as `text` says it. */
  about: string;
  atMs: number;
  undo(): void;
}

/** As many are kept for undoing. They end with the page. */
const KEPT = 20;

/** The latest acts, newest first. */
export const recentActs = signal<readonly RecentAct[]>([]);

/** Says what was done, offers to undo it, and keeps it for as long as it is among the latest. */
export function sayDone(text: string, about: string, undo: () => void): void {
  const act: RecentAct = { text, about, atMs: Date.now(), undo };
  recentActs.value = [act, ...recentActs.value].slice(0, KEPT);
  say(text, () => takeBack(act), about);
}

/** Undoes one of the latest acts, once. */
export function takeBack(act: RecentAct): void {
  if (!recentActs.value.includes(act)) return;
  recentActs.value = recentActs.value.filter((other) => other !== act);
  act.undo();
}

/** Undoes what was said last, else the latest act. */
export function undoLatest(): void {
  const [latest] = recentActs.value;
  if (notice.value?.undo) undoNotice();
  else if (latest) takeBack(latest);
  else say('Nothing to undo.');
}
