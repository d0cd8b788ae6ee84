import { after } from '../../lib/after.ts';

/** A message waits no longer than this for a token. */
const WAIT_MS = 3000;

/** The globals of Google's script (cloud.google.com/recaptcha/docs/instrument-web-pages). */
interface Recaptcha {
  enterprise: { ready(then: () => void): void; execute(siteKey: string, options: { action: string }): Promise<string> };
}

declare global {
  var grecaptcha: Recaptcha | undefined;
}

/** Adds reCAPTCHA Enterprise's script to the page. Returns a function that requests a token; there is none if the script is blocked. */
export function addRecaptcha(siteKey: string): () => Promise<string | undefined> {
  const script = document.createElement('script');
  script.src = `https://www.google.com/recaptcha/enterprise.js?render=${encodeURIComponent(siteKey)}`;
  const ready = new Promise<Recaptcha['enterprise']>((resolve, reject) => {
    const refuse = () => reject(new Error('no reCAPTCHA'));
    script.onload = () => {
      const enterprise = globalThis.grecaptcha?.enterprise;
      if (enterprise) enterprise.ready(() => resolve(enterprise));
      else refuse();
    };
    script.onerror = refuse;
  });
  ready.catch(() => undefined);
  document.head.append(script);
  const token = () => ready.then((enterprise) => enterprise.execute(siteKey, { action: 'first_message' })).catch(() => undefined);
  return () => Promise.race([token(), after(WAIT_MS)]);
}
