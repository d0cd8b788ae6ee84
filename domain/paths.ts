import type { ParticipantId } from './participant.ts';

/** Where everything lives in Firestore. No other file spells a collection's name (a check enforces it). */
export const paths = {
  managers: () => 'managers',
  manager: (managerId: string) => `managers/${managerId}`,
  /** What the manager has written of their page and not published. */
  draft: (managerId: string) => `managers/${managerId}/private/draft`,
  pictures: (managerId: string) => `managers/${managerId}/pictures`,
  picture: (managerId: string, hash: string) => `managers/${managerId}/pictures/${hash}`,
  /** The collection group, for work across all managers. */
  picturesOfAll: () => 'pictures',
  /** Files in the bucket that no document speaks of: not yet, or no more. */
  stray: (managerId: string, hash: string) => `strays/${managerId}.${hash}`,
  strays: () => 'strays',
  /** Of conversations that their visitors deleted. */
  deletions: (managerId: string) => `managers/${managerId}/deletions`,
  deletion: (managerId: string, deletionId: string) => `managers/${managerId}/deletions/${deletionId}`,
  /** The collection group, for the purge. */
  deletionsOfAll: () => 'deletions',
  managerPresence: (managerId: string) => `managers/${managerId}/public/presence`,
  conversations: (managerId: string) => `managers/${managerId}/conversations`,
  /** The collection group, for work across all managers. */
  conversationsOfAll: () => 'conversations',
  conversation: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}`,
  messages: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/messages`,
  message: (managerId: string, conversationId: string, messageId: string) =>
    `managers/${managerId}/conversations/${conversationId}/messages/${messageId}`,
  presence: (managerId: string, conversationId: string, participant: ParticipantId) =>
    `managers/${managerId}/conversations/${conversationId}/presence/${participant}`,
  presences: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/presence`,
  notes: (managerId: string, conversationId: string) => `managers/${managerId}/conversations/${conversationId}/notes`,
  /** The collection group, for counting. */
  messagesOfAll: () => 'messages',
  /** What happened in a month, `2026-11`. */
  statistics: (managerId: string, month: string) => `managers/${managerId}/statistics/${month}`,
  /** How long visitors waited for the latest replies. */
  waits: (managerId: string) => `managers/${managerId}/statistics/waits`,
  slug: (skeleton: string) => `slugs/${skeleton}`,
  slugs: () => 'slugs',
  /** Who asked to be found, for everybody to look through by the server's pages. */
  listing: (managerId: string) => `directory/${managerId}`,
  directory: () => 'directory',
  resumeKey: (hash: string) => `resumeKeys/${hash}`,
  resumeKeys: () => 'resumeKeys',
  limit: (key: string) => `limits/${key}`,
  limits: () => 'limits',
  /** Erasures that are under way. */
  erasure: (conversationId: string) => `erasures/${conversationId}`,
  erasures: () => 'erasures',
  report: (conversationId: string) => `reports/${conversationId}`,
  /** How far a scheduled function has come. */
  job: (name: string) => `jobs/${name}`,
} as const;

/** Begins the Auth uid of every visitor. Auth's own uids have letters and digits only. */
const VISITOR_UID_PREFIX = 'v_';

/** The Auth uid of the one visitor of a conversation: a path alone decides access, and two managers can never link one visitor. */
export function visitorUid(conversationId: string): string {
  return VISITOR_UID_PREFIX + conversationId;
}

/** Whether an Auth user is a visitor's, which is never a manager's, whatever address or provider was linked to it (decisions/027). */
export function isVisitorUid(uid: string): boolean {
  return uid.startsWith(VISITOR_UID_PREFIX);
}
