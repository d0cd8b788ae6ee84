import { render } from 'preact';
import { keepTranslatedTexts } from '../../lib/translated-texts.ts';
import { isThread, type Talk } from '../talk/talk.ts';
import { Cards } from './cards.tsx';
import { Log } from './log.tsx';
import { Menu } from './menu.tsx';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  older: (() => void) | undefined;
}

let watched: Element | undefined;

/** Draws everything above the composer as the conversation stands now. */
export function drawThread(root: Element, props: Props): void {
  sayKeys(isThread(props.talk.state));
  if (watched !== root) keepTranslatedTexts(root);
  watched = root;
  render(<Thread {...props} />, root);
}

/** In a thread Enter alone sends. The hint for a first message is kept for the next one. */
function sayKeys(isInThread: boolean): void {
  const keys = document.querySelector<HTMLElement>('.keys');
  if (!keys) return;
  keys.dataset.first ??= keys.textContent;
  keys.textContent = isInThread ? 'Enter to send, Shift+Enter for a new line' : keys.dataset.first;
}

function Thread({ talk, name, slug, older }: Props) {
  const { state } = talk;
  return (
    <>
      {state.phase === 'open' && <Menu talk={talk} />}
      {isThread(state) && <Log talk={talk} name={name} slug={slug} older={older} />}
      {state.isOutdated && (
        <p class="aside" role="status">
          A newer version of Foyer is available.{' '}
          <button type="button" class="quiet" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      )}
      <Cards talk={talk} name={name} slug={slug} />
    </>
  );
}
