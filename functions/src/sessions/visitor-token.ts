import { visitorUid } from '@foyer/domain/paths';
import type { Cloud } from '../cloud.ts';
import { logs } from '../logs.ts';

/**
 * A custom token that reads this one conversation live, until its epoch is raised. `null` when it cannot be signed just now:
 * the thread then polls, and a message is never lost for it.
 */
export async function visitorToken(cloud: Cloud, managerId: string, conversationId: string, epoch: number): Promise<string | null> {
  try {
    const auth = await cloud.auth();
    return await auth.createCustomToken(visitorUid(conversationId), { role: 'visitor', m: managerId, e: epoch });
  } catch (cause) {
    logs.tokenUnavailable(cause);
    return null;
  }
}
