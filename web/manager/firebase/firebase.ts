import { type FirebaseApp, initializeApp } from 'firebase/app';
import {
  type Auth,
  browserLocalPersistence,
  browserPopupRedirectResolver,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { type AppToken, openAppCheck } from '../../lib/app-check.ts';
import { type Emulators, firebaseOptions } from '../../lib/firebase-options.ts';

export interface Firebase {
  app: FirebaseApp;
  auth: Auth;
  emulators?: Emulators;
  /** `null` where the site doesn't use App Check. */
  appToken: AppToken | null;
}

/** Opens the manager's Firebase app with Auth. Firestore is opened for the inbox. Throws where the project's settings can't be loaded. */
export async function openFirebase(): Promise<Firebase> {
  const { options, emulators, settings } = await firebaseOptions();
  const app = initializeApp(options);
  const appToken = await openAppCheck(app, settings.appCheckKey);
  const auth = initializeAuth(app, {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
    popupRedirectResolver: browserPopupRedirectResolver,
  });
  if (!emulators) return { app, auth, appToken };
  connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
  return { app, auth, emulators, appToken };
}
