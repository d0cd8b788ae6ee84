import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Others are signed out, but may have the code. */
export function SignedOutCard({ talk }: CardProps) {
  return (
    <Ask
      talk={talk}
      title="The other devices are signed out."
      what="If somebody else may have your code, make a new one: the old one still opens this conversation."
    >
      <button type="button" class="act" onClick={() => talk.set({ card: 'new-code' })}>
        Make a new code
      </button>
      <Leave talk={talk}>Done</Leave>
    </Ask>
  );
}
