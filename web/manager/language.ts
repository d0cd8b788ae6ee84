import { chosenLanguage, language, markLanguage, speak } from '../lib/language.ts';

// Tests without a browser use English.
if (typeof document !== 'undefined') {
  speak(chosenLanguage());
  markLanguage(document.documentElement, language);
}

export { language };
