import type { FirebaseApp } from 'firebase/app';

/** Returns App Check's token for a request to the API. Rejects where Google's script is blocked. */
export type AppToken = () => Promise<string>;

/**
 * Makes an app prove to Firebase that it is the site's own. Call it before opening any other service of the app. Returns `null`, and loads
 * nothing, where the site has no App Check key.
 */
export async function openAppCheck(app: FirebaseApp, siteKey: string | undefined): Promise<AppToken | null> {
  if (!siteKey) return null;
  const { getToken, initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
  const appCheck = initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(siteKey), isTokenAutoRefreshEnabled: true });
  return async () => (await getToken(appCheck)).token;
}
