import type { Firestore } from 'firebase/firestore';

/** Where everything of one manager is stored. */
export interface Store {
  db: Firestore;
  managerId: string;
}
