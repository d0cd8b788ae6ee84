import { type ControlApi, controlApi } from '../acts/control-api.ts';
import { AlertsCard } from '../cards/alerts-card.tsx';
import type { CardProps } from '../cards/card-props.ts';
import { closeCard } from '../cards/close-card.ts';
import { CopyCard } from '../cards/copy-card.tsx';
import { DeleteCard } from '../cards/delete-card.tsx';
import { LanguageCard } from '../cards/language-card.tsx';
import { NameCard } from '../cards/name-card.tsx';
import { SignOutCard } from '../cards/sign-out-card.tsx';
import { SignedOutCard } from '../cards/signed-out-card.tsx';
import { EnterCode } from '../code/enter-code.tsx';
import { ForgetCard } from '../code/forget-card.tsx';
import { LinkCard } from '../code/link-card.tsx';
import { NewCodeCard } from '../code/new-code-card.tsx';
import { codeInFragment } from '../code/resume-link.ts';
import { startOver } from '../talk/endings.ts';
import type { Card } from '../talk/talk.ts';

let api: ControlApi | undefined;

/** The cards that a person opens, in a separate file with their acts. */
export function Asked({ card, ...given }: Omit<CardProps, 'api'> & { card: Exclude<Card, 'code'> }) {
  api ??= controlApi(given.slug);
  const props = { ...given, api };
  const { talk } = props;
  if (typeof card === 'object') {
    const { link, draft } = card;
    return <LinkCard key={link} {...props} link={draft ? link : (codeInFragment(link) ?? '')} draft={draft} />;
  }
  switch (card) {
    case 'name':
      return <NameCard {...given} isChosen />;
    case 'language':
      return <LanguageCard {...props} />;
    case 'new-code':
      return <NewCodeCard {...props} />;
    case 'sign-out':
      return <SignOutCard {...props} />;
    case 'signed-out':
      return <SignedOutCard {...props} />;
    case 'copy':
      return <CopyCard {...props} />;
    case 'alerts':
      return <AlertsCard {...props} />;
    case 'forget':
      return <ForgetCard {...props} />;
    case 'delete':
      return <DeleteCard {...props} />;
    case 'enter-code':
      return <EnterCode {...props} cancel={() => closeCard(talk)} />;
    case 'ended':
      return <EnterCode {...props} cancel={() => startOver(talk)} />;
  }
}
