import { directionOfLanguage } from '@foyer/domain/language';
import { locale } from '../../lib/language.ts';
import { ACTS } from '../acts/register.ts';
import { NAMED_VIEWS } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { language } from '../language.ts';
import { words } from '../words.ts';
import { EMOJI_KEY, MOVE_KEYS, NOTE_KEY, PALETTE_KEY, SELECT_KEYS } from './keys.ts';
import { MOD_KEY } from './mod-key.ts';
import { words as commands } from './words.ts';

export interface HelpLine {
  keys: readonly string[];
  does: string;
}

/** Symbols for keys whose names differ from the keyboard. */
const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: words.keyEscape,
  Shift: words.keyShift,
};

export const KEY_HELP: readonly HelpLine[] = [
  { keys: [MOD_KEY, PALETTE_KEY.toUpperCase()], does: words.commands },
  move('next', commands.nextConversation),
  move('previous', commands.previousConversation),
  { keys: [words.keyEnter], does: commands.openConversation },
  move(directionOfLanguage(language) === 'rtl' ? 'left' : 'right', commands.rowButtons),
  move('select', commands.select),
  { keys: [words.keyShift, SHOWN.ArrowDown ?? ''], does: commands.selectMore },
  { keys: [MOD_KEY, SELECT_KEYS.all], does: commands.selectAll },
  move('reply', words.reply),
  { keys: [words.keyShift, NOTE_KEY], does: commands.newNote },
  ...actLines(),
  move('more', commands.moreActions),
  move('details', words.aboutVisitor),
  move('undo', words.undo),
  move('recent', words.recentActions),
  move('fresh', commands.showNewConversations),
  move('search', words.search),
  move('settings', words.settings),
  move('back', words.back),
  {
    keys: ['1', '–', `${namedViews().length}`],
    does: new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(namedViews()),
  },
  move('help', commands.showShortcuts),
];

export const COMPOSER_HELP: readonly HelpLine[] = [
  { keys: [words.keyEnter], does: words.send },
  { keys: [MOD_KEY, words.keyEnter], does: words.sendAndArchive },
  { keys: [MOD_KEY, words.keyShift, words.keyEnter], does: words.sendLater },
  { keys: [words.keyShift, words.keyEnter], does: commands.newLine },
  { keys: [MOD_KEY, EMOJI_KEY.toUpperCase()], does: words.emoji },
];

function move(name: keyof typeof MOVE_KEYS, does: string): HelpLine {
  return { keys: MOVE_KEYS[name].map((key) => SHOWN[key] ?? key), does };
}

function namedViews(): string[] {
  return NAMED_VIEWS.map((view) => looksOf(view).name).filter((name) => name !== '');
}

/** One line for each key: the first of the acts that share it says what they do. */
function actLines(): HelpLine[] {
  const first = ACTS.filter(({ key }, index) => key !== undefined && ACTS.findIndex((act) => act.key === key) === index);
  return first.map(({ key = '', help, label }) => ({ keys: key.split('+').map((part) => SHOWN[part] ?? part), does: help ?? label }));
}
