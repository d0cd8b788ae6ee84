import { createHmac } from 'node:crypto';
import type { ResumeCode } from '@foyer/domain/resume-code';

/** 64 hex digits, with a key outside the database. A slow hash would let anonymous requests burn our CPU, and 95 random bits need none. */
export function resumeKeyHash(key: string, code: ResumeCode): string {
  return createHmac('sha256', key).update(`resume:${code}`).digest('hex');
}

/** The id of the conversation that a code starts: the same first send twice is one conversation. 32 hex digits, 128 bits. */
export function conversationIdFor(key: string, managerId: string, code: ResumeCode): string {
  return createHmac('sha256', key).update(`conversation:${managerId}:${code}`).digest('hex').slice(0, 32);
}
