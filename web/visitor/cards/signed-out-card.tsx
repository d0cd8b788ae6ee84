import { cards, thread } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Other browsers are signed out, but people there may have the code. */
export function SignedOutCard({ talk }: CardProps) {
  return (
    <Ask talk={talk} title={cards.signedOut} what={cards.signedOutWhat}>
      <button type="button" class="act" onClick={() => talk.set({ card: 'new-code' })}>
        {thread.newCode}
      </button>
      <Leave talk={talk}>{thread.done}</Leave>
    </Ask>
  );
}
