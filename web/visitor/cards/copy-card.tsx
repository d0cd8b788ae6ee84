import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Offers the conversation as a file. */
export function CopyCard({ talk }: CardProps) {
  const address = `/api/conversations/${talk.state.conversation?.id}/export?format=`;
  return (
    <Ask
      talk={talk}
      title="Take a copy."
      what="You get a file with every message of this conversation: a page to read, or data for a program."
    >
      <a class="act" href={`${address}html`} download>
        Page
      </a>
      <a class="act" href={`${address}json`} download>
        Data
      </a>
      <Leave talk={talk}>Done</Leave>
    </Ask>
  );
}
