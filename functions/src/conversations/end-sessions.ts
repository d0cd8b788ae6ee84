import type { Cloud } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { changeSessions } from './current-conversation.ts';

/** One more ended session than this raises the epoch: every browser then needs the code, and the list is empty. */
const ENDED_MAX = 50;

/** A copy of a dropped cookie must open nothing. A failure is only logged: on a shared machine the browser must drop its cookie anyway. */
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
