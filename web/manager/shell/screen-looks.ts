import type { IconName } from '../../ui/icon.tsx';
import type { ScreenName } from '../route/route.ts';
import { words } from '../words.ts';

export const SCREEN_LOOKS: Readonly<Record<ScreenName, { name: string; icon: IconName }>> = {
  search: { name: words.search, icon: 'search' },
  page: { name: words.myPage, icon: 'page' },
  share: { name: words.share, icon: 'share' },
  numbers: { name: words.stats, icon: 'numbers' },
  contacts: { name: words.contacts, icon: 'people' },
  settings: { name: words.settings, icon: 'settings' },
  send: { name: words.sendTo, icon: 'send' },
  me: { name: words.me, icon: 'person' },
};
