import type { resumeEndpoint } from '@foyer/domain/session';
import { parseResumeCode } from '@foyer/domain/typed-code';
import { call } from '../../lib/api.ts';
import { speakCards } from '../speak.ts';
import { goToPage } from '../talk/go-to-page.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import { inSessionTurn } from '../talk/session-turn.ts';
import { codeFaultSentence } from './code-fault.ts';

/** The page for entering any conversation's code. Without this script its form does the same, and the answer is a plain page. */
const form = document.querySelector('form');
const field = document.querySelector<HTMLInputElement>('[name=code]');
const fault = document.querySelector('.fault');
let isAsking = false;

speakAll();

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (isAsking || !field) return;
  isAsking = true;
  // Without the words for errors, submits the form to the server, which has them.
  if (!(await speakAll())) return form.submit();
  const parsed = parseResumeCode(field.value);
  say(parsed.ok ? '' : codeFaultSentence(parsed.fault));
  isAsking = parsed.ok;
  if (!parsed.ok) return field.focus();
  try {
    goToPage(await inSessionTurn(() => call<typeof resumeEndpoint>('POST', '/api/sessions', { body: { code: parsed.code } })), parsed.code);
  } catch (cause) {
    say(sentenceOf(cause));
    field.focus();
  }
  isAsking = false;
});

function speakAll(): Promise<boolean> {
  return speakCards().then(
    () => true,
    () => false,
  );
}

function say(sentence: string): void {
  fault?.replaceChildren(sentence);
  field?.setAttribute('aria-invalid', String(sentence !== ''));
}
