import type { ContactDocument } from '@foyer/domain/contact';
import type { ConversationDocument } from '@foyer/domain/conversation';
import { type AnyConversation, type AnyMessage, upgradeConversation, upgradeMessage } from '@foyer/domain/conversation-versions';
import type { DeletionDocument } from '@foyer/domain/deletion';
import type { DevicesDocument } from '@foyer/domain/device';
import type { ListingDocument } from '@foyer/domain/directory';
import type { DraftDocument } from '@foyer/domain/edit-profile';
import type { Label } from '@foyer/domain/label';
import type { Language } from '@foyer/domain/languages';
import type { ManagerDocument } from '@foyer/domain/manager';
import type { ManagerPresenceDocument } from '@foyer/domain/manager-presence';
import type { Message, MessageDocument } from '@foyer/domain/message';
import { plainTextOf } from '@foyer/domain/messages/kinds';
import type { ParticipantId } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { PictureDocument } from '@foyer/domain/picture';
import type { PresenceDocument } from '@foyer/domain/presence';
import { type StoredDraft as DraftVersion, migrateDraft, migrateProfile, type StoredProfile } from '@foyer/domain/profile-versions';
import type { ReachDocument } from '@foyer/domain/reach';
import type { ReportDocument } from '@foyer/domain/report';
import type { ScheduledReplyDocument } from '@foyer/domain/scheduled-reply';
import type { SettingsDocument } from '@foyer/domain/settings';
import type { MonthStatistics, WaitsDocument } from '@foyer/domain/statistics';
import type {
  CollectionReference,
  DocumentData,
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
  /** Set when a slug is given up: it stays reserved until then. Absent while it is in use. */
  expireAt?: Timestamp;
  /** Other spellings with this skeleton that the same manager gave up, and until when they redirect to the page. */
  former?: Record<string, Timestamp>;
}

/** What a resume code opens. The document's id is the code's HMAC; the code itself is stored nowhere. */
export interface ResumeKeyDocument {
  managerId: string;
  conversationId: string;
  createdAt: Timestamp;
  /** When it stopped opening anything: replaced, or its conversation deleted. Kept for a while, so it cannot start one either. */
  retiredAt: Timestamp | null;
}

export interface DayNumberDocument {
  number: string;
  expireAt: Timestamp;
}

/** Theoretical arrival times of a wide network and of the networks in it, by their keys. */
export interface NetworkTats {
  wide: number;
  narrow: Record<string, number>;
}

export interface NetworkLimitsDocument {
  conversations: NetworkTats;
  codes: NetworkTats;
  /** Absent before 2026-12. */
  mails?: NetworkTats;
  expireAt: Timestamp;
}

/** When mails to an address were requested, in ms since 1970. */
export interface MailTimesDocument {
  times: number[];
  expireAt: Timestamp;
}

/** The limiter's state of mails that strangers can cause. */
export interface MailTatDocument {
  tat: number;
  expireAt: Timestamp;
}

export interface ManagerHourDocument {
  count: number;
  expireAt: Timestamp;
}

/** The host edits it in the console, so `domain/breaker.ts` parses it. */
export interface BreakerDocument {
  mode: string;
  /** Set by the budget stop, with the reason (limits/stop-on-budget.ts). */
  budget?: {
    stoppedAt: Timestamp;
    /** The budget's name and amount, and the costs so far, as Cloud Billing reported them. */
    name: string | null;
    costs: number;
    amount: number;
    currency: string | null;
    since: string | null;
  };
}

/** An erasure in progress: created when a conversation or account is deleted, removed when nothing of it is left. */
export interface ErasureDocument {
  managerId: string;
  requestedAt: Timestamp;
  isAccount?: boolean;
}

/** What was told, or has to be told, of a message. Its creation is what makes notifications happen once (events/handle-event.ts). */
export interface AlertDocument {
  managerId: string;
  conversationId: string;
  messageId: string;
  to: 'manager' | 'visitor';
  /** When a mail may be due; `null` if none will be sent, or any more. */
  mailDueAt: Timestamp | null;
  expireAt: Timestamp;
}

/** A visitor's address that waits for its confirmation. Replaced by a later request, removed by the confirmation. */
export interface MailRequestDocument {
  managerId: string;
  requestId: string;
  /** Encrypted. */
  address: string;
  language: Language;
  /** When to send the confirmation mail; `null` once it was sent. */
  sendAt: Timestamp | null;
  attempts: number;
  expireAt: Timestamp;
}

/** The state of a manager's mails. */
export interface ManagerMailDocument {
  mailedAt: Timestamp | null;
  /** Since when mails to the manager's address are refused. */
  failingSince: Timestamp | null;
  attempts: number;
  /** No run sends before this: a run is sending, or the last attempt failed. */
  notBefore: Timestamp | null;
}

/** Exists while no mail can be sent. */
export interface MailServerDocument {
  failingSince: Timestamp;
  attempts: number;
  notBefore: Timestamp;
  /** The error's code, never its message. */
  error: string;
}

/** An event that a subscriber failed to handle. */
export interface FailureDocument {
  subscriber: string;
  managerId: string;
  conversationId: string;
  messageId: string;
  attempts: number;
  /** The error's name and code, never its message. */
  error: string;
  failedAt: Timestamp;
  /** Which of its targets were not reached, such as devices; absent if none was. */
  targets?: string[];
  /** `null` after the last attempt. The host sets it to the current time to run it again. */
  nextAt: Timestamp | null;
}

/** The progress of a scheduled function: the last document it handled, by time and path. */
export interface JobDocument {
  at: Timestamp;
  path: string;
  /** When a job that waits for new documents ends. */
  endsAt?: Timestamp;
}

/** Files in the bucket without a document: created before the files, removed when the document exists or all files are gone. */
export interface StrayDocument {
  managerId: string;
  hash: string;
  since: Timestamp;
  /** The files are being deleted, and no upload may add any. */
  isLeaving: boolean;
}

/** What is left of a deleted label: `deletedAt` until its id is removed from all conversations, then `clearedAt` instead. */
export interface DeletedLabelDocument {
  deletedAt?: Timestamp;
  clearedAt?: Timestamp;
}

export type StoredPicture = PictureDocument<Timestamp>;
export type StoredConversation = ConversationDocument<Timestamp>;
export type StoredMessage = MessageDocument<Timestamp>;
export type StoredText = Pick<StoredMessage, 'sender' | 'text' | 'createdAt'>;
export type StoredManager = ManagerDocument<Timestamp>;
export type StoredDraft = DraftDocument<Timestamp>;
export type StoredListing = ListingDocument<Timestamp>;
export type StoredDeletion = DeletionDocument<Timestamp>;
export type StoredScheduledReply = ScheduledReplyDocument<Timestamp>;
export type StoredReport = ReportDocument<Timestamp>;

export type Tables = ReturnType<typeof tables>;

/** Typed handles of every document and collection: the only place that maps types to paths. */
export function tables(db: Firestore) {
  return {
    batch: () => db.batch(),
    transaction: <T>(run: (transaction: Transaction) => Promise<T>): Promise<T> => db.runTransaction(run),
    /** At one point in time, without locks: otherwise a code replaced between two reads would get the epoch that was raised to end it. */
    consistently: <T>(read: (transaction: Transaction) => Promise<T>): Promise<T> => db.runTransaction(read, { readOnly: true }),
    /** Several documents in one request, which is faster than a request for each. */
    together: async <T extends object[]>(...references: { [K in keyof T]: DocumentReference<T[K]> }) => {
      const found = await db.getAll(...(references as DocumentReference[]));
      return found.map((one) => one.data()) as { [K in keyof T]: T[K] | undefined };
    },
    labels: (managerId: string) => collection<Label>(db, paths.labels(managerId)),
    deletedLabels: (): Query<DeletedLabelDocument> => db.collectionGroup(paths.labelsOfAll()).withConverter(typed<DeletedLabelDocument>()),
    manager: (managerId: string) => db.doc(paths.manager(managerId)).withConverter(managers),
    managers: () => db.collection(paths.managers()).withConverter(managers),
    accounts: (): Query<Pick<StoredManager, 'closed'>> =>
      db.collection(paths.managers()).select('closed').withConverter(typed<Pick<StoredManager, 'closed'>>()),
    leaving: (): Query<Pick<StoredManager, 'deletionDueAt'>> =>
      db.collection(paths.managers()).select('deletionDueAt').withConverter(typed<Pick<StoredManager, 'deletionDueAt'>>()),
    draft: (managerId: string) => db.doc(paths.draft(managerId)).withConverter(drafts),
    picture: (managerId: string, hash: string) => document<StoredPicture>(db, paths.picture(managerId, hash)),
    pictures: (managerId: string) => collection<StoredPicture>(db, paths.pictures(managerId)),
    picturesOfAll: (): Query<StoredPicture> => db.collectionGroup(paths.picturesOfAll()).withConverter(typed<StoredPicture>()),
    deletions: (managerId: string) => collection<StoredDeletion>(db, paths.deletions(managerId)),
    deletionsOfAll: (): Query<StoredDeletion> => db.collectionGroup(paths.deletionsOfAll()).withConverter(typed<StoredDeletion>()),
    stray: (managerId: string, hash: string) => document<StrayDocument>(db, paths.stray(managerId, hash)),
    strays: () => collection<StrayDocument>(db, paths.strays()),
    settings: (managerId: string) => document<SettingsDocument<Timestamp>>(db, paths.settings(managerId)),
    devices: (managerId: string) => document<DevicesDocument<Timestamp>>(db, paths.devices(managerId)),
    replyDraft: (managerId: string, conversationId: string) => document(db, paths.replyDraft(managerId, conversationId)),
    reach: (managerId: string, conversationId: string) => document<ReachDocument<Timestamp>>(db, paths.reach(managerId, conversationId)),
    managerMail: (managerId: string) => document<ManagerMailDocument>(db, paths.managerMail(managerId)),
    mailRequest: (conversationId: string) => document<MailRequestDocument>(db, paths.mailRequest(conversationId)),
    mailRequests: () => collection<MailRequestDocument>(db, paths.mailRequests()),
    mailServer: () => document<MailServerDocument>(db, paths.job('mail')),
    mailTimes: (key: string) => document<MailTimesDocument>(db, paths.limit(key)),
    mailTat: (key: string) => document<MailTatDocument>(db, paths.limit(key)),
    alert: (conversationId: string, messageId: string) => document<AlertDocument>(db, paths.alert(conversationId, messageId)),
    alerts: () => collection<AlertDocument>(db, paths.alerts()),
    failure: (subscriber: string, conversationId: string, messageId: string) =>
      document<FailureDocument>(db, paths.failure(subscriber, conversationId, messageId)),
    failures: () => collection<FailureDocument>(db, paths.failures()),
    slug: (skeleton: string) => document<SlugDocument>(db, paths.slug(skeleton)),
    resumeKey: (hash: string) => document<ResumeKeyDocument>(db, paths.resumeKey(hash)),
    resumeKeys: () => collection<ResumeKeyDocument>(db, paths.resumeKeys()),
    networkLimits: (key: string) => document<NetworkLimitsDocument>(db, paths.limit(key)),
    managerHour: (key: string) => document<ManagerHourDocument>(db, paths.limit(key)),
    dayNumber: (key: string) => document<DayNumberDocument>(db, paths.limit(key)),
    breaker: () => document<BreakerDocument>(db, paths.limit('breaker')),
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
    messageAt: (path: string) => db.doc(path).withConverter(messages),
    messages: (managerId: string, conversationId: string) =>
      db.collection(paths.messages(managerId, conversationId)).withConverter(messages),
    /** Without the terms, which are most of a short message. */
    textsOfAll: (): Query<StoredText> =>
      db.collectionGroup(paths.messagesOfAll()).select('sender', 'text', 'createdAt').withConverter(typed<StoredText>()),
    messagesOfAll: (): Query<StoredMessage> => db.collectionGroup(paths.messagesOfAll()).withConverter(messages),
    statistics: (managerId: string, month: string) => document<MonthStatistics>(db, paths.statistics(managerId, month)),
    waits: (managerId: string) => document<WaitsDocument<Timestamp>>(db, paths.waits(managerId)),
    job: (name: string) => document<JobDocument>(db, paths.job(name)),
    scheduled: (managerId: string, conversationId: string) =>
      collection<StoredScheduledReply>(db, paths.scheduled(managerId, conversationId)),
    scheduledReply: (managerId: string, conversationId: string, messageId: string) =>
      document<StoredScheduledReply>(db, paths.scheduledReply(managerId, conversationId, messageId)),
    scheduledOfAll: (): Query<StoredScheduledReply> =>
      db.collectionGroup(paths.scheduledOfAll()).withConverter(typed<StoredScheduledReply>()),
    contacts: (managerId: string) => collection<ContactDocument<Timestamp>>(db, paths.contacts(managerId)),
    notes: (managerId: string, conversationId: string) => collection(db, paths.notes(managerId, conversationId)),
    managerPresence: (managerId: string) => document<ManagerPresenceDocument<Timestamp>>(db, paths.managerPresence(managerId)),
    presence: (managerId: string, conversationId: string, participant: ParticipantId) =>
      document<PresenceDocument<Timestamp>>(db, paths.presence(managerId, conversationId, participant)),
    presences: (managerId: string, conversationId: string) => collection(db, paths.presences(managerId, conversationId)),
    conversations: (managerId: string) => db.collection(paths.conversations(managerId)).withConverter(conversations),
    conversationsOfAll: (): Query<StoredConversation> => db.collectionGroup(paths.conversationsOfAll()).withConverter(conversations),
  };
}

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

export const STORE_ERROR = { notFound: 5, alreadyExists: 6, failedPrecondition: 9, aborted: 10 } as const;

export function storeErrorCode(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : null;
}

function document<T extends object>(db: Firestore, path: string): DocumentReference<T> {
  return db.doc(path).withConverter(typed<T>());
}

function collection<T extends object>(db: Firestore, path: string): CollectionReference<T> {
  return db.collection(path).withConverter(typed<T>());
}

/** Only the rules and this API write, so stored documents have their type and are not parsed on every read. */
function typed<T extends object>(): FirestoreDataConverter<T> {
  return { toFirestore: (model) => model as object, fromFirestore: (snapshot) => snapshot.data() as T };
}

const conversations: FirestoreDataConverter<StoredConversation> = {
  toFirestore: (model) => model as object,
  fromFirestore: (snapshot) => upgradeConversation(snapshot.data() as AnyConversation<Timestamp>),
};

const messages: FirestoreDataConverter<StoredMessage> = {
  toFirestore: (model) => model as object,
  fromFirestore: (snapshot) => messageFrom(snapshot.data()),
};

/** A message as stored by any version. */
export function messageFrom(data: DocumentData): StoredMessage {
  return upgradeMessage(data as AnyMessage<Timestamp>);
}

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

export function isStoreBusy(error: unknown): boolean {
  const [deadlineExceeded, resourceExhausted, unavailable] = [4, 8, 14];
  return [deadlineExceeded, resourceExhausted, STORE_ERROR.aborted, unavailable].some((code) => code === storeErrorCode(error));
}

export function isRefusedPrecondition(error: unknown): boolean {
  const { notFound, alreadyExists, failedPrecondition } = STORE_ERROR;
  return [notFound, alreadyExists, failedPrecondition].some((code) => code === storeErrorCode(error));
}

/** Awaits a write; returns `false` if `isRefusedPrecondition`. */
export async function isAccepted(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusedPrecondition(error)) return false;
    throw error;
  }
}
