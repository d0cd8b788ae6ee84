import type { Act } from '../acts/act.ts';
import { ACTS } from '../acts/register.ts';
import { VIEW_ORDER } from '../conversations/view.ts';
import { VIEW_LOOKS } from '../conversations/view-looks.ts';
import { MOVE_KEYS, type Move, viewKey } from './keys.ts';

/** What the list of keys says of one or more keys. */
export interface HelpLine {
  keys: readonly string[];
  does: string;
}

/** Keys whose names are not what is on them. */
const SHOWN: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→', Escape: 'Esc' };

/** What sends and archives together with Enter, as it is written on the keyboard. */
export const MOD_KEY = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl';

export const KEY_HELP: readonly HelpLine[] = [
  move('next', 'Next conversation'),
  move('previous', 'Previous conversation'),
  { keys: ['Enter'], does: 'Read it' },
  move('right', 'Buttons of a row'),
  move('reply', 'Reply'),
  ...actLines(),
  move('more', listed(ACTS.filter(({ key }) => key === undefined).map(helpOf), ', ')),
  move('details', 'About the visitor'),
  move('undo', 'Undo'),
  move('recent', 'Recent actions'),
  move('fresh', 'Show new conversations'),
  move('back', 'Back'),
  {
    keys: [viewKey('open'), '–', `${VIEW_ORDER.length}`],
    does: listed(
      VIEW_ORDER.map((view) => VIEW_LOOKS[view].name),
      ', ',
    ),
  },
  move('help', 'These keys'),
];

export const COMPOSER_HELP: readonly HelpLine[] = [
  { keys: ['Enter'], does: 'Send' },
  { keys: [MOD_KEY, 'Enter'], does: 'Send and archive' },
  { keys: ['Shift', 'Enter'], does: 'New line' },
];

function move(name: Move, does: string): HelpLine {
  return { keys: MOVE_KEYS[name].map((key) => SHOWN[key] ?? key), does };
}

/** One line for each key, with all the acts that share it. */
function actLines(): HelpLine[] {
  const keys = new Set(ACTS.flatMap(({ key }) => key ?? []));
  return [...keys].map((key) => ({ keys: [key], does: listed(ACTS.filter((act) => act.key === key).map(helpOf), ', or ') }));
}

function helpOf({ help, label }: Act): string {
  return help ?? label;
}

/** Joins names to one phrase: each once, and only the first with a capital letter. */
function listed(names: readonly string[], between: string): string {
  const [first, ...more] = new Set(names);
  return [first, ...more.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join(between);
}
