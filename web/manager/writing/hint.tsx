import { TEXT_MAX } from '@foyer/domain/limits';
import { locale } from '../../lib/language.ts';
import { variablesIn } from '../canned-replies/variables.ts';
import { connection } from '../connection/connection.ts';
import { MOD_KEY } from '../keys/mod-key.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

/** From this length on, the remaining characters are shown. */
const COUNT_FROM = TEXT_MAX - 400;
/** With touch, Enter is a new line, because the button is near. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

/** Below the field: what is wrong, or what to know before sending. */
export function Hint({ text, fault }: { text: string; fault: string | null }) {
  const rest = TEXT_MAX - text.length;
  return (
    <>
      {fault === null ? (
        <span class="min-w-0 text-pretty [overflow-wrap:anywhere]">{hintFor(text)}</span>
      ) : (
        <span class="text-danger">{fault}</span>
      )}
      {text.length > COUNT_FROM && (
        <span class={rest < 0 ? 'ms-auto text-danger tabular-nums' : 'ms-auto tabular-nums'}>
          {new Intl.NumberFormat(locale).format(rest)}
        </span>
      )}
    </>
  );
}

function hintFor(text: string): string | null {
  const variables = variablesIn(text);
  if (variables.length > 0) {
    const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(variables);
    return words.variablesUnfilled({ count: variables.length, list });
  }
  if (connection.value === 'offline') return words.youAreOffline;
  return hasKeyboard ? words.sendHint({ enter: shared.keyEnter, modifier: MOD_KEY }) : null;
}
