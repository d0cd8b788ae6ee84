import { CutSentence } from '../conversations/cut-sentence.tsx';
import { displayName } from '../conversations/visitor-name.ts';
import { words } from '../words.ts';
import type { Asking } from './act.ts';
import { TimeDialog } from './time-dialog.tsx';

export interface Props extends Omit<Asking, 'workspace'> {
  onChoose(untilMs: number): void;
  onWake?(): void;
}

const TIME_WORDS = { submit: words.snooze, tooFar: words.typedTimeTooFar, means: words.until };

/** Asks until when, or wakes. */
export function SnoozeDialog({ conversations, onClose, onChoose, onWake }: Props) {
  const [first] = conversations;
  const name = first ? displayName(first).text : '';
  return (
    <TimeDialog
      label={words.snooze}
      title={<CutSentence message={words.snoozeTitle} values={{ count: conversations.length, name }} class="font-medium text-ink" />}
      note={words.snoozeNote({ count: conversations.length })}
      words={TIME_WORDS}
      alternative={onWake && { key: '0', name: words.unsnooze, onChoose: onWake }}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
