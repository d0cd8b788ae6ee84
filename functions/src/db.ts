import type { ConversationDocument } from '@foyer/domain/conversation';
import type { ManagerDocument } from '@foyer/domain/manager';
import type { Message, MessageDocument } from '@foyer/domain/message';
import { paths } from '@foyer/domain/paths';
import type {
  CollectionReference,
  DocumentReference,
  Firestore,
  FirestoreDataConverter,
  Query,
  QueryDocumentSnapshot,
  Timestamp,
} from '@google-cloud/firestore';

export interface SlugDocument {
  slug: string;
  managerId: string;
}

/** What a resume code opens. The document's id is the code's HMAC; the code itself is nowhere. */
export interface ResumeKeyDocument {
  managerId: string;
  conversationId: string;
  createdAt: Timestamp;
}

export type StoredConversation = ConversationDocument<Timestamp>;
export type StoredMessage = MessageDocument<Timestamp>;
export type StoredManager = ManagerDocument<Timestamp>;

/** Typed handles of every document and collection: the only place that says what type lives where. */
export function tables(db: Firestore) {
  return {
    manager: (managerId: string) => document<StoredManager>(db, paths.manager(managerId)),
    managers: () => collection<StoredManager>(db, paths.managers()),
    slug: (skeleton: string) => document<SlugDocument>(db, paths.slug(skeleton)),
    resumeKey: (hash: string) => document<ResumeKeyDocument>(db, paths.resumeKey(hash)),
    conversation: (managerId: string, conversationId: string) =>
      document<StoredConversation>(db, paths.conversation(managerId, conversationId)),
    message: (managerId: string, conversationId: string, messageId: string) =>
      document<StoredMessage>(db, paths.message(managerId, conversationId, messageId)),
    messages: (managerId: string, conversationId: string) => collection<StoredMessage>(db, paths.messages(managerId, conversationId)),
    conversationsOfAll: (): Query<StoredConversation> =>
      db.collectionGroup(paths.conversationsOfAll()).withConverter(typed<StoredConversation>()),
  };
}

/** A stored message as it goes over the wire. */
export function toMessage(snapshot: QueryDocumentSnapshot<StoredMessage>): Message {
  const { createdAt, ...rest } = snapshot.data();
  return { id: snapshot.id, ...rest, createdAt: createdAt.toMillis() };
}

/** gRPC status codes that the acts tell apart. */
export const STORE_ERROR = { notFound: 5, alreadyExists: 6, failedPrecondition: 9 } as const;

/** The status code of a failed database call, or `null` when the error is another. */
export function storeErrorCode(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : null;
}

function document<T extends object>(db: Firestore, path: string): DocumentReference<T> {
  return db.doc(path).withConverter(typed<T>());
}

function collection<T extends object>(db: Firestore, path: string): CollectionReference<T> {
  return db.collection(path).withConverter(typed<T>());
}

/** The rules and this API are the only writers, so what is stored has its type; it is not parsed again on every read. */
function typed<T extends object>(): FirestoreDataConverter<T> {
  return { toFirestore: (model) => model as object, fromFirestore: (snapshot) => snapshot.data() as T };
}
