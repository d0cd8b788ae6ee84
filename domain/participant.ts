/** The set of participants is open: later versions add their own ids, so no other file compares ids (a check enforces it). */

/** `manager` and `visitor` are fixed, `bot` and `system` reserved. */
export type ParticipantId = string;

export const MANAGER = 'manager';
export const VISITOR = 'visitor';
export const BOT = 'bot';
export const SYSTEM = 'system';

export function isFromManager({ sender }: { readonly sender: ParticipantId }): boolean {
  return sender === MANAGER;
}

export function isFromVisitor({ sender }: { readonly sender: ParticipantId }): boolean {
  return sender === VISITOR;
}

export function isOwn({ sender }: { readonly sender: ParticipantId }, me: ParticipantId): boolean {
  return sender === me;
}

/** Whether a person other than `me` wrote a message. The server's lines are no one's. */
export function isFromOther(message: { readonly sender: ParticipantId }, me: ParticipantId): boolean {
  return !isOwn(message, me) && !isOwn(message, SYSTEM);
}

export function isManagerRole(role: unknown): boolean {
  return role === MANAGER;
}

export function isVisitorRole(role: unknown): boolean {
  return role === VISITOR;
}

/** Whose read and typing marks `me` sees in a conversation of two. */
export function otherSideOf(me: ParticipantId): ParticipantId {
  return me === MANAGER ? VISITOR : MANAGER;
}
