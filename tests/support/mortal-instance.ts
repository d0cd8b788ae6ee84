import { createApp } from '@foyer/functions/app';
import type { Firestore } from '@google-cloud/firestore';
import { serve } from '@hono/node-server';
import { openTestCloud, PROXIES } from './cloud.ts';

/**
 * A process that exits at a given point, to test what a lost machine leaves behind. Its parent sets the kind of commit, and whether to exit
 * before it is sent or after it is stored, before anyone gets an answer.
 */
export interface Death {
  commit: 'limits' | 'conversation' | 'message';
  moment: 'before' | 'after';
}

interface Wire {
  request(method: string, request: { writes?: { update?: { name?: string } }[] }, ...rest: unknown[]): Promise<unknown>;
}

let death: Death | null = null;
const cloud = openTestCloud();
cloud.config = { ...cloud.config, trustedProxies: PROXIES };
endAtMark(await cloud.firestore());

process.on('message', (asked: Death | null) => {
  death = asked;
  process.send?.('armed');
});
const server = serve({ fetch: createApp(cloud).fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }));
process.once('disconnect', () => server.close());

function endAtMark(db: Firestore): void {
  const wire = db as unknown as Wire;
  const request = wire.request.bind(wire);
  wire.request = async (method, body, ...rest) => {
    const isMarked = method === 'commit' && death !== null && kindOf(body.writes ?? []) === death.commit;
    if (isMarked && death?.moment === 'before') process.kill(process.pid, 'SIGKILL');
    const answer = await request(method, body, ...rest);
    if (isMarked) process.kill(process.pid, 'SIGKILL');
    return answer;
  };
}

function kindOf(writes: readonly { update?: { name?: string } }[]): Death['commit'] | null {
  const names = writes.map((write) => write.update?.name ?? '').join();
  if (names.includes('/resumeKeys/')) return 'conversation';
  if (names.includes('/messages/')) return 'message';
  return names.includes('/limits/') && !names.includes('/limits/day-') ? 'limits' : null;
}
