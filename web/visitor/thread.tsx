import { render } from 'preact';
import { keepTranslatedTexts } from '../lib/translated-texts.ts';
import { Cards } from './cards.tsx';
import { Log } from './log.tsx';
import { Menu } from './menu.tsx';
import { isThread, type Talk } from './talk.ts';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  older: (() => void) | undefined;
}

let watched: Element | undefined;

/** Draws everything above the composer as the conversation stands now. */
export function drawThread(root: Element, props: Props): void {
  if (watched !== root) keepTranslatedTexts(root);
  watched = root;
  render(<Thread {...props} />, root);
}

function Thread({ talk, name, slug, older }: Props) {
  const { state } = talk;
  return (
    <>
      {state.phase === 'open' && <Menu talk={talk} />}
      {isThread(state) && <Log talk={talk} name={name} older={older} />}
      <Cards talk={talk} name={name} slug={slug} />
    </>
  );
}
