import type { Firestore } from 'firebase/firestore';

export interface Store {
  db: Firestore;
  managerId: string;
}
