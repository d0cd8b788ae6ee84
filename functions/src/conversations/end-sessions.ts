import type { Cloud } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { changeSessions } from './current-conversation.ts';

/** Ended sessions that a conversation remembers. The next one raises the epoch: every browser then needs the code, and the list is empty. */
const ENDED_MAX = 50;

/**
 * Ends sessions that a browser has given up, so that a copy of its cookie opens nothing and reads nothing live. A browser forgets its
 * cookie in any case: where the store fails, that is logged, and nobody is kept signed in on a shared machine for it.
 */
export async function endSessions(cloud: Cloud, sessions: readonly OpenSession[]): Promise<void> {
  await Promise.all(
    sessions.map((session) =>
      endSession(cloud, session).catch((cause: unknown) => {
        if (!(cause instanceof Problem) || cause.code === 'busy') logs.sessionNotEnded(cause);
      }),
    ),
  );
}

async function endSession(cloud: Cloud, session: OpenSession): Promise<void> {
  await changeSessions(cloud, session, ({ epoch, endedSessions }) =>
    endedSessions.length < ENDED_MAX ? { endedSessions: [...endedSessions, session.sessionId] } : { endedSessions: [], epoch: epoch + 1 },
  );
}
