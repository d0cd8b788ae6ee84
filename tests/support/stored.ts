import { emulators } from './emulators.ts';

/** Paths of documents, each with the time of its last write: if two are equal, nothing was written in between. */
export type Stored = Readonly<Record<string, string>>;

export interface StoredDocument {
  path: string;
  /** Fields as Firestore's REST API writes them, e.g. `{ slug: { stringValue: 'ada' } }`. */
  fields: Readonly<Record<string, unknown>>;
  updateTime: string;
}

/** Everything stored, also below deleted documents. One query instead of a request for every document. */
export async function everyDocument(): Promise<StoredDocument[]> {
  const { projectId, firestore } = emulators();
  const root = `projects/${projectId}/databases/(default)/documents`;
  const answer = await fetch(`http://${firestore.host}:${firestore.port}/v1/${root}:runQuery`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ structuredQuery: { from: [{ allDescendants: true }] } }),
  });
  if (!answer.ok) throw new Error(`The Firestore emulator did not list its documents: it answered ${answer.status}.`);
  const lines = (await answer.json()) as { document?: { name: string; fields?: Record<string, unknown>; updateTime: string } }[];
  return lines.flatMap(({ document }) =>
    document ? [{ path: document.name.slice(root.length + 1), fields: document.fields ?? {}, updateTime: document.updateTime }] : [],
  );
}

export async function storedDocuments(): Promise<Stored> {
  return Object.fromEntries((await everyDocument()).map(({ path, updateTime }) => [path, updateTime]));
}
