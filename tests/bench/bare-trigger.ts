import { onDocumentCreated } from 'firebase-functions/v2/firestore';

/** The baseline for notifications: a trigger that only calls the address in its message. */
export const BARE = 'bench';

export const bareTrigger = onDocumentCreated({ document: `${BARE}/{id}`, region: 'europe-west1' }, async ({ data }) => {
  await fetch(data?.get('text') as string, { method: 'POST' });
});
