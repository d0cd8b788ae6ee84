import { load } from '@foyer/words/compiled/load/sections';
import { untilLoaded } from '../lib/until-loaded.ts';
import { language } from './language.ts';

/** The dashboard's names of sections, by kind. A page without titles uses the same names, in its own language. */
export const SECTION_TITLES = await untilLoaded(() => load(language));
