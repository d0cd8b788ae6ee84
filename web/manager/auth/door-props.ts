import type { Firebase } from '../firebase/firebase.ts';

export type Door = 'sign-in' | 'sign-up' | 'reset';

export interface DoorProps {
  firebase: Firebase;
  /** Kept when the person switches to another form. */
  email: string;
  onEmail(email: string): void;
  goTo(door: Door): void;
}
