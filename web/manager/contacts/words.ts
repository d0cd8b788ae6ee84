import { load } from '@foyer/words/compiled/load/contacts';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { language } from '../language.ts';

export const words = await untilLoaded(() => load(language));
