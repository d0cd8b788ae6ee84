import { closeCard } from './close-card.ts';
import { CodeCard } from './code-card.tsx';
import { EnterCode } from './enter-code.tsx';
import { ForgetCard } from './forget-card.tsx';
import { LinkCard } from './link-card.tsx';
import { startAnew } from './returning.ts';
import type { Talk } from './talk.ts';

/** The one card above the composer. */
export function Cards({ talk, name, slug }: { talk: Talk; name: string; slug: string }) {
  const { card } = talk.state;
  const { code } = talk.keeper.read();
  if (card === null) return null;
  if (typeof card === 'object') return <LinkCard key={card.link} talk={talk} name={name} link={card.link} />;
  switch (card) {
    case 'code':
      return code ? <CodeCard talk={talk} slug={slug} code={code} /> : null;
    case 'forget':
      return <ForgetCard talk={talk} name={name} />;
    case 'enter-code':
      return <EnterCode talk={talk} name={name} cancel={() => closeCard(talk)} />;
    case 'ended':
      return <EnterCode talk={talk} name={name} cancel={() => startAnew(talk)} />;
  }
}
