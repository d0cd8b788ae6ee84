import type { Firebase } from '../firebase/firebase.ts';

export type Door = 'sign-in' | 'sign-up' | 'reset';

export interface DoorProps {
  firebase: Firebase;
  /** The address, kept when a person changes their mind. */
  email: string;
  onEmail(email: string): void;
  goTo(door: Door): void;
}
