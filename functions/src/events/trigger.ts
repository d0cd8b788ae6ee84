import type { FirestoreEvent, QueryDocumentSnapshot } from 'firebase-functions/v2/firestore';
import type { EventHandlerOptions } from 'firebase-functions/v2/options';
import { onMessagePublished } from 'firebase-functions/v2/pubsub';

/** A function that firebase-functions deploys. */
export interface Trigger {
  (event: Created): Promise<void>;
  __endpoint: object;
}

export interface CreatedOptions extends EventHandlerOptions {
  /** A path with parameters in braces. */
  document: string;
}

type Created = FirestoreEvent<QueryDocumentSnapshot | undefined>;

/**
 * The same as `onDocumentCreated`, whose module loads the whole Admin SDK of Firestore: as every function loads `index.ts`, it doubled the
 * cold start of pages that read no database. So the description of the function is that of a Pub/Sub one with Firestore's trigger, and the
 * module is loaded with the first event. trigger.test.ts compares the description with the original. Remove this file if firebase-functions
 * loads the Admin SDK lazily.
 */
export function onCreated({ document, ...options }: CreatedOptions, handler: (event: Created) => Promise<void>): Trigger {
  const run = async (event: Created): Promise<void> => {
    const { onDocumentCreated } = await import('firebase-functions/v2/firestore');
    await onDocumentCreated({ ...options, document }, handler)(event as never);
  };
  const { __endpoint: described } = onMessagePublished({ ...options, topic: '-' }, () => {}) as unknown as { __endpoint: object };
  const eventTrigger = {
    eventType: 'google.cloud.firestore.document.v1.created',
    eventFilters: { database: '(default)', namespace: '(default)' },
    eventFilterPathPatterns: { document },
    retry: options.retry ?? false,
  };
  return Object.assign(run, { __endpoint: { ...described, eventTrigger } });
}
