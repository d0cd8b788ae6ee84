/** What Google's script puts into the page (cloud.google.com/recaptcha/docs/instrument-web-pages). */
interface Recaptcha {
  enterprise: { ready(then: () => void): void; execute(siteKey: string, options: { action: string }): Promise<string> };
}

declare global {
  var grecaptcha: Recaptcha | undefined;
}

/** Adds reCAPTCHA Enterprise's script to the page. The function that it returns asks for a token; it rejects where the script is blocked. */
export function addRecaptcha(siteKey: string): () => Promise<string> {
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
  return async () => (await ready).execute(siteKey, { action: 'first_message' });
}
