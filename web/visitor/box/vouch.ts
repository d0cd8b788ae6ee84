/** Gets reCAPTCHA tokens if the site has a key. `prepare` loads Google's script, which only the first message needs. */
export function createVoucher(siteKey: string | undefined): { prepare(): void; vouch(): Promise<string | undefined> } {
  let recaptcha: Promise<() => Promise<string | undefined>> | undefined;
  return {
    prepare() {
      if (siteKey) recaptcha ??= import('./recaptcha.ts').then((file) => file.addRecaptcha(siteKey)).catch(() => async () => undefined);
    },
    vouch: async () => (await recaptcha)?.(),
  };
}
