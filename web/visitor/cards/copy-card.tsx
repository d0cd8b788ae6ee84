import { language } from '../../lib/language.ts';
import { cards, thread } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

export function CopyCard({ talk }: CardProps) {
  const address = `/api/conversations/${talk.state.conversation?.id}/export?format=`;
  return (
    <Ask talk={talk} title={cards.downloadTitle} what={cards.downloadWhat}>
      <a class="act" href={`${address}html&language=${language}`} download>
        {cards.webPage}
      </a>
      <a class="act" href={`${address}json`} download>
        {cards.json}
      </a>
      <Leave talk={talk}>{thread.done}</Leave>
    </Ask>
  );
}
