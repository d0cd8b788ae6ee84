import type { Provider } from './provider.ts';
import { acts } from './providers/acts.ts';
import { conversations } from './providers/conversations.ts';
import { general } from './providers/general.ts';
import { places } from './providers/places.ts';
import { search } from './providers/search.ts';
import { settings } from './providers/settings.ts';

/** What the palette finds, in the order in which it is shown without a query. */
export const PROVIDERS: readonly Provider[] = [acts, places, conversations, settings, general, search];
