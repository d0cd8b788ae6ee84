import { element } from '../../lib/element.ts';

/** Says beside Send which keys send a first message, where there is a keyboard: a device that is not touched first has one. */
export function showKeys(send: Element): void {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches)
    send.before(element('p', 'keys', `${/Mac/.test(navigator.platform) ? '⌘' : 'Ctrl+'}Enter to send`));
}
