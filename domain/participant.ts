/**
 * Who can write in a conversation. The set is open: participants of later versions get their own ids, so no other file compares ids
 * (a check enforces it).
 */

/** An id in a conversation: `manager` and `visitor` are fixed, `bot` and `system` reserved. */
export type ParticipantId = string;

export const MANAGER = 'manager';
export const VISITOR = 'visitor';
export const BOT = 'bot';
export const SYSTEM = 'system';

/** Whether a message was written by the manager. */
export function isFromManager({ sender }: { readonly sender: ParticipantId }): boolean {
  return sender === MANAGER;
}

/** Whether a message was written by the visitor. */
export function isFromVisitor({ sender }: { readonly sender: ParticipantId }): boolean {
  return sender === VISITOR;
}

/** Whether `me` wrote a message. */
export function isOwn({ sender }: { readonly sender: ParticipantId }, me: ParticipantId): boolean {
  return sender === me;
}

/** Whether another person than `me` wrote a message. What the server adds is nobody's. */
export function isFromOther(message: { readonly sender: ParticipantId }, me: ParticipantId): boolean {
  return !isOwn(message, me) && !isOwn(message, SYSTEM);
}

/** Whether a token's `role`, or an endpoint's `caller`, says manager. */
export function isManagerRole(role: unknown): boolean {
  return role === MANAGER;
}

/** Whether a token's `role` says visitor. */
export function isVisitorRole(role: unknown): boolean {
  return role === VISITOR;
}

/** Whose read and typing marks `me` is shown, in a conversation of two. */
export function otherSideOf(me: ParticipantId): ParticipantId {
  return me === MANAGER ? VISITOR : MANAGER;
}
