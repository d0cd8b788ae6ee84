import type { ParticipantId } from './participant.ts';

/** Every path in Firestore. No other file contains a collection's name (a check enforces it). */
export const paths = {
  managers: () => 'managers',
  manager: (managerId: string) => `managers/${managerId}`,
  draft: (managerId: string) => `managers/${managerId}/private/draft`,
  labels: (managerId: string) => `managers/${managerId}/labels`,
  label: (managerId: string, labelId: string) => `managers/${managerId}/labels/${labelId}`,
  labelsOfAll: () => 'labels',
  cannedReplies: (managerId: string) => `managers/${managerId}/cannedReplies`,
  contacts: (managerId: string) => `managers/${managerId}/contacts`,
  contact: (managerId: string, contactId: string) => `managers/${managerId}/contacts/${contactId}`,
  settings: (managerId: string) => `managers/${managerId}/private/settings`,
  /** The manager's browsers that get notifications. */
  devices: (managerId: string) => `managers/${managerId}/private/devices`,
  /** Whether mails to the manager work. */
  managerMail: (managerId: string) => `managers/${managerId}/private/mail`,
  pictures: (managerId: string) => `managers/${managerId}/pictures`,
  picture: (managerId: string, hash: string) => `managers/${managerId}/pictures/${hash}`,
  /** The collection group, across all managers. */
  picturesOfAll: () => 'pictures',
  /** Files in the bucket without a document: not yet, or no longer. */
  stray: (managerId: string, hash: string) => `strays/${managerId}.${hash}`,
  strays: () => 'strays',
  /** Conversations that their visitors deleted. */
  deletions: (managerId: string) => `managers/${managerId}/deletions`,
  deletion: (managerId: string, deletionId: string) => `managers/${managerId}/deletions/${deletionId}`,
  deletionsOfAll: () => 'deletions',
  managerPresence: (managerId: string) => `managers/${managerId}/public/presence`,
  conversations: (managerId: string) => `managers/${managerId}/conversations`,
  /** The collection group, across all managers. */
  conversationsOfAll: () => 'conversations',
  conversation: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}`,
  messages: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/messages`,
  message: (managerId: string, conversationId: string, messageId: string) =>
    `managers/${managerId}/conversations/${conversationId}/messages/${messageId}`,
  presence: (managerId: string, conversationId: string, participant: ParticipantId) =>
    `managers/${managerId}/conversations/${conversationId}/presence/${participant}`,
  presences: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/presence`,
  notes: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/notes`,
  /** Replies that wait for their time. */
  scheduled: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/scheduled`,
  scheduledReply: (managerId: string, conversationId: string, messageId: string) =>
    `managers/${managerId}/conversations/${conversationId}/scheduled/${messageId}`,
  /** The collection group, across all managers. */
  scheduledOfAll: () => 'scheduled',
  /** The manager's unsent reply and note, for all their devices. */
  replyDraft: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/private/draft`,
  /** How a visitor asked to be told of replies. */
  reach: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/private/reach`,
  messagesOfAll: () => 'messages',
  /** A month, `2026-11`. */
  statistics: (managerId: string, month: string) => `managers/${managerId}/statistics/${month}`,
  /** How long visitors waited for the latest replies. */
  waits: (managerId: string) => `managers/${managerId}/statistics/waits`,
  slug: (skeleton: string) => `slugs/${skeleton}`,
  slugs: () => 'slugs',
  /** People who asked to be listed; the server's pages show them to everyone. */
  listing: (managerId: string) => `directory/${managerId}`,
  directory: () => 'directory',
  resumeKey: (hash: string) => `resumeKeys/${hash}`,
  resumeKeys: () => 'resumeKeys',
  limit: (key: string) => `limits/${key}`,
  limits: () => 'limits',
  /** Erasures in progress. */
  erasure: (conversationId: string) => `erasures/${conversationId}`,
  erasures: () => 'erasures',
  report: (conversationId: string) => `reports/${conversationId}`,
  /** What was told, or still has to be told, of a message. */
  alert: (conversationId: string, messageId: string) => `alerts/${conversationId}.${messageId}`,
  alerts: () => 'alerts',
  /** Addresses that wait for their confirmation. */
  mailRequest: (conversationId: string) => `mailRequests/${conversationId}`,
  mailRequests: () => 'mailRequests',
  /** Events whose subscriber failed. */
  failure: (subscriber: string, conversationId: string, messageId: string) =>
    `jobs/failures/events/${subscriber}.${conversationId}.${messageId}`,
  failures: () => 'jobs/failures/events',
  /** The progress of a scheduled function. */
  job: (name: string) => `jobs/${name}`,
} as const;

/** The prefix of every visitor's Auth uid. Auth's own uids have only letters and digits. */
const VISITOR_UID_PREFIX = 'v_';

/** The Auth uid of a conversation's visitor: the path alone decides access, and two managers can never link one visitor. */
export function visitorUid(conversationId: string): string {
  return VISITOR_UID_PREFIX + conversationId;
}

/** Whether an Auth user is a visitor's, and so never a manager's, whatever address or provider was linked to it (decisions/027). */
export function isVisitorUid(uid: string): boolean {
  return uid.startsWith(VISITOR_UID_PREFIX);
}
