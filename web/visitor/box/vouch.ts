import { after } from '../../lib/after.ts';

/** A message waits no longer than this for reCAPTCHA. */
const VOUCH_MS = 3000;

/** What vouches for this browser, where the site has a key. `prepare` asks for Google's script, which is for the first message alone. */
export function createVoucher(siteKey: string | undefined): { prepare(): void; vouch(): Promise<string | undefined> } {
  let recaptcha: Promise<() => Promise<string>> | undefined;
  return {
    prepare() {
      if (!siteKey) return;
      recaptcha ??= import('./recaptcha.ts').then(({ addRecaptcha }) => addRecaptcha(siteKey));
      recaptcha.catch(() => undefined);
    },
    vouch: () => Promise.race([recaptcha?.then((ask) => ask()).catch(() => undefined), after(VOUCH_MS)]),
  };
}
