import type { IconName } from '../../ui/icon.tsx';
import type { ScreenName } from '../route/route.ts';

/** How each screen beside the conversations is called and drawn. */
export const SCREEN_LOOKS: Readonly<Record<ScreenName, { name: string; icon: IconName }>> = {
  page: { name: 'My page', icon: 'page' },
  share: { name: 'Share', icon: 'share' },
  numbers: { name: 'Numbers', icon: 'numbers' },
  me: { name: 'Me', icon: 'person' },
};
