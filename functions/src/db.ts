import type { ConversationDocument } from '@foyer/domain/conversation';
import { type AnyConversation, type AnyMessage, upgradeConversation, upgradeMessage } from '@foyer/domain/conversation-versions';
import type { DeletionDocument } from '@foyer/domain/deletion';
import type { ListingDocument } from '@foyer/domain/directory';
import type { DraftDocument } from '@foyer/domain/edit-profile';
import type { ManagerDocument } from '@foyer/domain/manager';
import type { Message, MessageDocument } from '@foyer/domain/message';
import { plainTextOf } from '@foyer/domain/messages/kinds';
import type { ParticipantId } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { PictureDocument } from '@foyer/domain/picture';
import type { PresenceDocument } from '@foyer/domain/presence';
import { type StoredDraft as DraftVersion, migrateDraft, migrateProfile, type StoredProfile } from '@foyer/domain/profile-versions';
import type { ReportDocument } from '@foyer/domain/report';
import type { MonthStatistics, WaitsDocument } from '@foyer/domain/statistics';
import type {
  CollectionReference,
  DocumentReference,
  Firestore,
  FirestoreDataConverter,
  Query,
  Timestamp,
  Transaction,
} from '@google-cloud/firestore';

export interface SlugDocument {
  slug: string;
  managerId: string;
  /** Of a slug that was given up: until then it is nobody else's. Absent while it is in use. */
  expireAt?: Timestamp;
  /** Other spellings with this skeleton that the same manager gave up, and until when they lead to their page. */
  former?: Record<string, Timestamp>;
}

/** What a resume code opens. The document's id is the code's HMAC; the code itself is nowhere. */
export interface ResumeKeyDocument {
  managerId: string;
  conversationId: string;
  createdAt: Timestamp;
  /** Since when it opens nothing: replaced, or its conversation deleted. It stays for a while, so that it can start nothing either. */
  retiredAt: Timestamp | null;
}

/** The random number of one day (limits/day-key.ts). */
export interface DayNumberDocument {
  number: string;
  expireAt: Timestamp;
}

/** Theoretical arrival times of a neighbourhood and of the networks in it, by their keys. */
export interface NetworkTats {
  wide: number;
  narrow: Record<string, number>;
}

export interface NetworkLimitsDocument {
  conversations: NetworkTats;
  codes: NetworkTats;
  expireAt: Timestamp;
}

/** New conversations of one manager in one hour. */
export interface ManagerHourDocument {
  count: number;
  expireAt: Timestamp;
}

/** The host types it into the console, so `domain/breaker.ts` reads it. */
export interface BreakerDocument {
  mode: string;
  /** Why, where the budget stop set it (limits/stop-on-budget.ts). */
  budget?: {
    stoppedAt: Timestamp;
    /** The budget's name, its amount, and what was spent of it since then, as Cloud Billing told. */
    name: string | null;
    costs: number;
    amount: number;
    currency: string | null;
    since: string | null;
  };
}

/** An erasure that is under way: made when a conversation or an account is deleted, gone when nothing of it is left. */
export interface ErasureDocument {
  managerId: string;
  requestedAt: Timestamp;
  /** A whole account is being erased; the document's id is the manager's. Absent for a conversation. */
  isAccount?: boolean;
}

/** How far a scheduled function has come: the last document that it has dealt with, by its time and path. */
export interface JobDocument {
  at: Timestamp;
  path: string;
}

/** Files in the bucket that no document speaks of: made before they are, gone when the document is there, or all of them are gone. */
export interface StrayDocument {
  managerId: string;
  hash: string;
  since: Timestamp;
  /** They are being deleted, and nothing may be put there. */
  isLeaving: boolean;
}

export type StoredPicture = PictureDocument<Timestamp>;
export type StoredConversation = ConversationDocument<Timestamp>;
export type StoredMessage = MessageDocument<Timestamp>;
export type StoredManager = ManagerDocument<Timestamp>;
export type StoredDraft = DraftDocument<Timestamp>;
export type StoredListing = ListingDocument<Timestamp>;
export type StoredDeletion = DeletionDocument<Timestamp>;
export type StoredReport = ReportDocument<Timestamp>;

export type Tables = ReturnType<typeof tables>;

/** Typed handles of every document and collection: the only place that says what type lives where. */
export function tables(db: Firestore) {
  return {
    /** Writes of several documents, all or none. */
    batch: () => db.batch(),
    transaction: <T>(run: (transaction: Transaction) => Promise<T>): Promise<T> => db.runTransaction(run),
    /**
     * Reads several documents as they were at one moment, without locks. A code and the epoch of its conversation must come from the same
     * moment: otherwise a code that is replaced between the two reads would get the epoch that was raised to end it.
     */
    consistently: <T>(read: (transaction: Transaction) => Promise<T>): Promise<T> => db.runTransaction(read, { readOnly: true }),
    manager: (managerId: string) => db.doc(paths.manager(managerId)).withConverter(managers),
    managers: () => db.collection(paths.managers()).withConverter(managers),
    /** All of them without their profiles, to look at many. */
    accounts: (): Query<Pick<StoredManager, 'closed'>> =>
      db.collection(paths.managers()).select('closed').withConverter(typed<Pick<StoredManager, 'closed'>>()),
    draft: (managerId: string) => db.doc(paths.draft(managerId)).withConverter(drafts),
    picture: (managerId: string, hash: string) => document<StoredPicture>(db, paths.picture(managerId, hash)),
    pictures: (managerId: string) => collection<StoredPicture>(db, paths.pictures(managerId)),
    picturesOfAll: (): Query<StoredPicture> => db.collectionGroup(paths.picturesOfAll()).withConverter(typed<StoredPicture>()),
    deletions: (managerId: string) => collection<StoredDeletion>(db, paths.deletions(managerId)),
    deletionsOfAll: (): Query<StoredDeletion> => db.collectionGroup(paths.deletionsOfAll()).withConverter(typed<StoredDeletion>()),
    stray: (managerId: string, hash: string) => document<StrayDocument>(db, paths.stray(managerId, hash)),
    strays: () => collection<StrayDocument>(db, paths.strays()),
    slug: (skeleton: string) => document<SlugDocument>(db, paths.slug(skeleton)),
    resumeKey: (hash: string) => document<ResumeKeyDocument>(db, paths.resumeKey(hash)),
    resumeKeys: () => collection<ResumeKeyDocument>(db, paths.resumeKeys()),
    networkLimits: (key: string) => document<NetworkLimitsDocument>(db, paths.limit(key)),
    managerHour: (key: string) => document<ManagerHourDocument>(db, paths.limit(key)),
    dayNumber: (key: string) => document<DayNumberDocument>(db, paths.limit(key)),
    breaker: () => document<BreakerDocument>(db, paths.limit('breaker')),
    /** All of them, by their time to go. */
    limits: () => collection<{ expireAt: Timestamp }>(db, paths.limits()),
    slugs: () => collection<SlugDocument>(db, paths.slugs()),
    listing: (managerId: string) => document<StoredListing>(db, paths.listing(managerId)),
    directory: () => collection<StoredListing>(db, paths.directory()),
    erasure: (conversationId: string) => document<ErasureDocument>(db, paths.erasure(conversationId)),
    erasures: () => collection<ErasureDocument>(db, paths.erasures()),
    report: (conversationId: string) => document<StoredReport>(db, paths.report(conversationId)),
    conversation: (managerId: string, conversationId: string) =>
      db.doc(paths.conversation(managerId, conversationId)).withConverter(conversations),
    message: (managerId: string, conversationId: string, messageId: string) =>
      db.doc(paths.message(managerId, conversationId, messageId)).withConverter(messages),
    /** By its whole path, as a job has stored it. */
    messageAt: (path: string) => db.doc(path).withConverter(messages),
    messages: (managerId: string, conversationId: string) =>
      db.collection(paths.messages(managerId, conversationId)).withConverter(messages),
    messagesOfAll: (): Query<StoredMessage> => db.collectionGroup(paths.messagesOfAll()).withConverter(messages),
    statistics: (managerId: string, month: string) => document<MonthStatistics>(db, paths.statistics(managerId, month)),
    waits: (managerId: string) => document<WaitsDocument<Timestamp>>(db, paths.waits(managerId)),
    job: (name: string) => document<JobDocument>(db, paths.job(name)),
    notes: (managerId: string, conversationId: string) => collection(db, paths.notes(managerId, conversationId)),
    presence: (managerId: string, conversationId: string, participant: ParticipantId) =>
      document<PresenceDocument<Timestamp>>(db, paths.presence(managerId, conversationId, participant)),
    presences: (managerId: string, conversationId: string) => collection(db, paths.presences(managerId, conversationId)),
    conversations: (managerId: string) => db.collection(paths.conversations(managerId)).withConverter(conversations),
    conversationsOfAll: (): Query<StoredConversation> => db.collectionGroup(paths.conversationsOfAll()).withConverter(conversations),
  };
}

/** A stored message as it goes over the wire. */
export function toMessage(id: string, message: StoredMessage): Message {
  const { kind, sender, createdAt, replyTo } = message;
  return {
    id,
    kind,
    sender,
    text: plainTextOf(kind, message),
    createdAt: createdAt.toMillis(),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

/** gRPC status codes that the acts tell apart. */
export const STORE_ERROR = { notFound: 5, alreadyExists: 6, failedPrecondition: 9, aborted: 10 } as const;

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

/** Documents whose shape has had versions are upgraded when they are read. */
const conversations: FirestoreDataConverter<StoredConversation> = {
  toFirestore: (model) => model as object,
  fromFirestore: (snapshot) => upgradeConversation(snapshot.data() as AnyConversation<Timestamp>),
};

const messages: FirestoreDataConverter<StoredMessage> = {
  toFirestore: (model) => model as object,
  fromFirestore: (snapshot) => upgradeMessage(snapshot.data() as AnyMessage<Timestamp>),
};

const managers: FirestoreDataConverter<StoredManager> = {
  toFirestore: (model) => model as object,
  fromFirestore(snapshot) {
    const stored = snapshot.data() as Omit<StoredManager, 'profile'> & { profile: StoredProfile };
    return { ...stored, profile: migrateProfile(stored.profile) };
  },
};

const drafts: FirestoreDataConverter<StoredDraft> = {
  toFirestore: (model) => model as object,
  fromFirestore(snapshot) {
    const stored = snapshot.data() as Omit<StoredDraft, 'profile'> & { profile: DraftVersion | null };
    return { ...stored, profile: stored.profile && migrateDraft(stored.profile) };
  },
};

/** Whether the database could not answer just now: late, out of room, torn between writers, or away. */
export function isStoreBusy(error: unknown): boolean {
  const [deadlineExceeded, resourceExhausted, unavailable] = [4, 8, 14];
  return [deadlineExceeded, resourceExhausted, STORE_ERROR.aborted, unavailable].some((code) => code === storeErrorCode(error));
}

/** Whether a write was refused since the document is not what it was: it was changed, created, or deleted in between. */
export function isRefusedPrecondition(error: unknown): boolean {
  const { notFound, alreadyExists, failedPrecondition } = STORE_ERROR;
  return [notFound, alreadyExists, failedPrecondition].some((code) => code === storeErrorCode(error));
}

/** Waits for a write, and says whether it was made: `false` where `isRefusedPrecondition`. */
export async function isAccepted(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusedPrecondition(error)) return false;
    throw error;
  }
}
