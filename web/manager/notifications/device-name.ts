import { browserOf } from '../../lib/this-browser.ts';
import { words } from './words.ts';

/** How the list of devices names this browser: `Chrome on Windows`. */
export function deviceName(): string {
  const { browser, system } = browserOf(navigator.userAgent);
  return browser && system ? words.deviceName({ browser, system }) : (browser ?? system ?? words.someDevice);
}
