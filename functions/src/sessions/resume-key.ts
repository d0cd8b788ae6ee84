import { createHmac } from 'node:crypto';
import type { ResumeCode } from '@foyer/domain/resume-code';

/**
 * What is stored of a code: HMAC-SHA-256 with a key outside the database, as 64 hex digits. A slow hash would make an anonymous endpoint
 * a weapon against our own CPU, and 95 random bits need none.
 */
export function resumeKeyHash(key: string, code: ResumeCode): string {
  return createHmac('sha256', key).update(`resume:${code}`).digest('hex');
}

/** The conversation that a code starts with a manager: the same first send twice is one conversation. 32 hex digits, 128 bits. */
export function conversationIdFor(key: string, managerId: string, code: ResumeCode): string {
  return createHmac('sha256', key).update(`conversation:${managerId}:${code}`).digest('hex').slice(0, 32);
}
