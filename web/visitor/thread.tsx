import { render } from 'preact';
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

/** Draws everything above the composer as the conversation stands now. */
export function drawThread(root: Element, props: Props): void {
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
