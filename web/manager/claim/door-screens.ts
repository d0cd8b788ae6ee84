/** The screens before the inbox: one file. A browser that a manager has signed in to doesn't load it with the inbox. */
export { SignInScreen } from '../auth/sign-in-screen.tsx';
export { VerifyScreen } from '../auth/verify-screen.tsx';
export { ClaimScreen } from './claim-screen.tsx';
