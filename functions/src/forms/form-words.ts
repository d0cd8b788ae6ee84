import type { Pause } from '@foyer/domain/page-state';
import type { Profile } from '@foyer/domain/profile';
import { dayName } from '@foyer/web/public-page/day-name';
import { words as faults } from '@foyer/words/compiled/all/faults';
import { words as forms } from '@foyer/words/compiled/all/forms';
import { words as problems } from '@foyer/words/compiled/all/visitor-problems';
import type { FaultsWords } from '@foyer/words/compiled/types/faults';
import type { FormsWords } from '@foyer/words/compiled/types/forms';
import type { VisitorProblemsWords } from '@foyer/words/compiled/types/visitor-problems';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { localeFor } from '../http/locale.ts';
import { nearestTag } from '../public-page/spoken.ts';

export interface FormsSpoken {
  /** For `Intl`. */
  locale: string;
  words: FormsWords;
  problems: VisitorProblemsWords;
  faults: FaultsWords;
}

/** The language of a manager's page; English without one. */
export function formsSpokenOn(profile: Pick<Profile, 'language'> | null): FormsSpoken {
  const written = profile?.language ?? 'en';
  const tag = nearestTag(written);
  return { locale: localeFor(tag, written), words: forms[tag], problems: problems[tag], faults: faults[tag] };
}

/** Until when new messages are paused, and the manager's own sentence. */
export function pauseSentence({ backOn, sentence }: Pause, { problems, locale }: FormsSpoken): string {
  const until = backOn === null ? problems['messages-paused'] : problems.pausedUntil({ date: dayName(backOn, locale) });
  return [until, sentence].filter(Boolean).join(' ');
}

/** `answerPage` provides it to the content of each page. */
export const FormsSpeaking = createContext(formsSpokenOn(null));

export function useForms(): FormsSpoken {
  return useContext(FormsSpeaking);
}
