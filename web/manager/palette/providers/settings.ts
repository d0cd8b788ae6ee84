import { navigate } from '../../route/history.ts';
import { SCREEN_LOOKS } from '../../shell/screen-looks.ts';
import type { Provider } from '../provider.ts';

let sections: readonly (readonly [id: string, name: string])[] = [];

/** The parts of the settings. Their names are among the texts of that screen, which may not have been loaded. */
export const settings: Provider = {
  title: () => SCREEN_LOOKS.settings.name,
  items: () =>
    sections.map(([id, name]) => ({
      id: `settings:${id}`,
      name,
      note: SCREEN_LOOKS.settings.name,
      icon: SCREEN_LOOKS.settings.icon,
      run: () => navigate({ view: 'open', conversationId: null, screen: 'settings' }, `#${id}`),
    })),
  async load() {
    sections = (await import('../../settings/sections.ts')).SECTIONS;
  },
};
