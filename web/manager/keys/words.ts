import { load } from '@foyer/words/compiled/load/commands';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { language } from '../language.ts';

/** The texts of the command palette, of the help for keys and of recent actions. */
export const words = await untilLoaded(() => load(language));
