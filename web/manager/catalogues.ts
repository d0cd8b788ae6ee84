import { load } from '@foyer/words/compiled/load/manager';
import { untilLoaded } from '../lib/until-loaded.ts';
import { speakUi } from '../ui/words.ts';
import { language } from './language.ts';

/**
 * The texts of everything that the dashboard loads first, in one language and one file. They are awaited here once, so texts are constants
 * everywhere else: a change of language reloads the page. A screen that is loaded separately awaits its own file.
 */
export const catalogues = await untilLoaded(() => load(language));
speakUi(catalogues.ui);
