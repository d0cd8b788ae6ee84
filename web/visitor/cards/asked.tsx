import { closeCard } from '../close-card.ts';
import type { Card, Talk } from '../talk.ts';
import { type ControlApi, controlApi } from './control-api.ts';
import { CopyCard } from './copy-card.tsx';
import { DeleteCard } from './delete-card.tsx';
import { EnterCode } from './enter-code.tsx';
import { ForgetCard } from './forget-card.tsx';
import { LinkCard } from './link-card.tsx';
import { NewCodeCard } from './new-code-card.tsx';
import { SignOutCard } from './sign-out-card.tsx';
import { SignedOutCard } from './signed-out-card.tsx';

/** What every card is given. */
export interface CardProps {
  talk: Talk;
  name: string;
  slug: string;
  api: ControlApi;
}

let api: ControlApi | undefined;

/** The cards that a person asks for. They are a file of their own, with what they do. */
export function Asked({ card, ...given }: Omit<CardProps, 'api'> & { card: Exclude<Card, 'code'> }) {
  api ??= controlApi(given.slug);
  const props = { ...given, api };
  const { talk } = props;
  if (typeof card === 'object') return <LinkCard key={card.link} {...props} {...card} />;
  switch (card) {
    case 'new-code':
      return <NewCodeCard {...props} />;
    case 'sign-out':
      return <SignOutCard {...props} />;
    case 'signed-out':
      return <SignedOutCard {...props} />;
    case 'copy':
      return <CopyCard {...props} />;
    case 'forget':
      return <ForgetCard {...props} />;
    case 'delete':
      return <DeleteCard {...props} />;
    case 'enter-code':
      return <EnterCode {...props} cancel={() => closeCard(talk)} />;
    case 'ended':
      return <EnterCode {...props} cancel={() => talk.startAnew()} />;
  }
}
