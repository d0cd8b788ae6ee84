import type { resumeEndpoint } from '@foyer/domain/session';
import { explainCodeFault, parseResumeCode } from '@foyer/domain/typed-code';
import { call } from '../../lib/api.ts';
import { sentenceOf } from '../acts/sentence-of.ts';
import { goToPage } from '../talk/go-to-page.ts';
import { inSessionTurn } from '../talk/session-turn.ts';

/** The page where a code of any conversation is entered. Without this script its form does the same, and the answer is a plain page. */
const form = document.querySelector('form');
const field = document.querySelector<HTMLInputElement>('[name=code]');
const fault = document.querySelector('.fault');
let isAsking = false;

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (isAsking || !field) return;
  const parsed = parseResumeCode(field.value);
  say(parsed.ok ? '' : explainCodeFault(parsed.fault));
  if (!parsed.ok) return field.focus();
  isAsking = true;
  try {
    goToPage(await inSessionTurn(() => call<typeof resumeEndpoint>('POST', '/api/sessions', { body: { code: parsed.code } })), parsed.code);
  } catch (cause) {
    say(sentenceOf(cause));
    field.focus();
  }
  isAsking = false;
});

function say(sentence: string): void {
  fault?.replaceChildren(sentence);
  field?.setAttribute('aria-invalid', String(sentence !== ''));
}
