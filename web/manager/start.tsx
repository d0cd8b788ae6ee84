import { render } from 'preact';
import { keepTranslatedTexts } from '../lib/translated-texts.ts';
import { App, loadNext } from './app.tsx';
import { startSession } from './auth/session.ts';
import { keepInstallOffer } from './installed/install-prompt.ts';
import { rootWithSlash } from './route/route.ts';
import { keepSharedText } from './send/shared-text.ts';

/** Shows the door, and then the inbox to a manager who is signed in. */
export function start(): void {
  const corrected = rootWithSlash(location);
  if (corrected !== null) history.replaceState(history.state, '', corrected);
  keepInstallOffer();
  keepSharedText();
  keepTranslatedTexts(document.body);
  const root = document.getElementById('app');
  if (root) render(<App />, root);
  startSession();
  loadNext();
}
