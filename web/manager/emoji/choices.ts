import { RECENT_EMOJI } from '../workspace/recent-choices.ts';
import { TONES, type Tone } from './emoji.ts';

interface Choices {
  /** The characters that were chosen last, without tones, the newest first. */
  recent: string[];
  tone: Tone;
}

/** Two rows. */
const RECENT_MAX = 16;

/** What was chosen on this device. Signing out forgets it (`workspace/recent-choices.ts`). */
export function readChoices(): Choices {
  try {
    const { recent, tone } = JSON.parse(localStorage.getItem(RECENT_EMOJI) ?? '{}') as Partial<Choices>;
    return {
      recent: Array.isArray(recent) ? recent.filter((character) => typeof character === 'string').slice(0, RECENT_MAX) : [],
      tone: TONES.find((known) => known === tone) ?? '',
    };
  } catch {
    return { recent: [], tone: '' };
  }
}

/** If storage is refused, nothing is kept. */
function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(RECENT_EMOJI, JSON.stringify(choices));
  } catch {}
}

export function keepTone(tone: Tone): void {
  keepChoices({ ...readChoices(), tone });
}

/** Keeps a choice as the newest. */
export function keepEmoji(character: string): void {
  const { recent, tone } = readChoices();
  keepChoices({ recent: [character, ...recent.filter((other) => other !== character)].slice(0, RECENT_MAX), tone });
}
