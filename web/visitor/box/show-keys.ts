import { element } from '../../lib/element.ts';
import { box } from '../words.ts';

/** Shows the shortcut for a first message next to Send on devices with a keyboard: those whose primary input isn't touch. */
export function showKeys(send: Element): void {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches)
    send.before(element('p', 'keys', /Mac/.test(navigator.platform) ? box.keysMac : box.keys));
}
