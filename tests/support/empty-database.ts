import { emulators } from './emulators.ts';

/**
 * Each file begins with an empty database. The Firestore emulator scans every stored document for a query across managers, so the documents
 * of forty earlier files would take more time than the tests themselves.
 */
const { projectId, firestore, hub } = emulators();
const database = `http://${firestore.host}:${firestore.port}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
const { ok, status } = await fetch(database, { method: 'DELETE' });
if (!ok) throw new Error(`The Firestore emulator did not empty its database: it answered ${status}.`);

/** These tests call the handlers of events themselves: the emulator's own calls would come first, or second. */
const disabled = await fetch(`${hub}/functions/disableBackgroundTriggers`, { method: 'PUT' });
if (!disabled.ok) throw new Error(`The emulators did not disable triggers: they answered ${disabled.status}.`);
