import { createApp } from '@foyer/functions/app';
import { someManager, type TestCloud } from './cloud.ts';
import { Visitor } from './visitor.ts';

/** The outcome of a send during a deletion: `200`, or a problem's code. */
export type Outcome = 200 | string;

const AT_ONCE = 10;

/**
 * Deletes this many conversations, each while two messages are sent to it, at moments that differ by milliseconds. Orphans are paths. The
 * differences scale with how long a deletion takes here: on a busy machine every send would otherwise finish before it.
 */
export async function deleteDuringSends(cloud: TestCloud, count: number): Promise<{ orphans: string[]; codes: Outcome[] }> {
  const app = createApp(cloud);
  const table = await cloud.tables();
  const orphans: string[] = [];
  const codes: Outcome[] = [];
  let spanMs = 10;
  const interleave = async () => {
    const { slug, managerId } = await someManager(cloud);
    const [visitor, phone] = [new Visitor(app.request), new Visitor(app.request)];
    const { id } = (await visitor.start(slug)).body.conversation;
    phone.cookie = visitor.cookie;
    const [early, , late] = await Promise.all([
      visitor.send(id, 'Before or after'),
      afterAMoment(spanMs).then(async () => {
        const begunAt = performance.now();
        await phone.delete(id);
        spanMs = Math.max(spanMs, performance.now() - begunAt);
      }),
      afterAMoment(2 * spanMs).then(() => visitor.send(id, 'After or before')),
    ]);
    for (const { status, body } of [early, late]) codes.push(status === 200 ? 200 : String(body.code));
    orphans.push(...(await table.messages(managerId, id).get()).docs.map((message) => message.ref.path));
  };
  for (let done = 0; done < count; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, interleave));
  return { orphans, codes };
}

/** Whether both outcomes occurred, and no other: otherwise the moments did not interleave. */
export function isSentOrDeleted(codes: readonly Outcome[]): boolean {
  return [...new Set(codes)].sort().join() === '200,conversation-deleted';
}

function afterAMoment(upToMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * upToMs));
}
