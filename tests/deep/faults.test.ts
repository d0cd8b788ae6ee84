import { createApp } from '@foyer/functions/app';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { percentile, report } from '../support/report.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const SLOW_MS = 2000;

interface Wire {
  request(method: string, ...rest: unknown[]): Promise<unknown>;
  requestStream(method: string, ...rest: unknown[]): Promise<unknown>;
}

/** Makes a store slow, and makes every tenth request fail before or after it is done. */
async function trouble(cloud: ReturnType<typeof openTestCloud>, { slowMs, share }: { slowMs: number; share: number }): Promise<() => void> {
  const wire = (await cloud.firestore()) as unknown as Wire;
  const { request, requestStream } = wire;
  let count = 0;
  const troubled = async <T>(act: () => Promise<T>): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    const isFailing = count++ % Math.round(1 / share) === 0;
    // Half of the failing requests take effect anyway.
    if (isFailing && count % 2 === 0) await act().catch(() => undefined);
    if (isFailing) throw Object.assign(new Error('14 UNAVAILABLE'), { code: 14 });
    return act();
  };
  wire.request = (...all) => troubled(() => request.apply(wire, all));
  wire.requestStream = (...all) => troubled(() => requestStream.apply(wire, all));
  return () => {
    wire.request = request;
    wire.requestStream = requestStream;
  };
}

describe('a store that takes two seconds and fails every tenth time', () => {
  test('delays a writer, and neither loses nor duplicates a message', async () => {
    const cloud = openTestCloud();
    const { slug, managerId } = await someManager(cloud);
    const app = createApp(cloud);
    const mend = await trouble(cloud, { slowMs: SLOW_MS, share: 0.1 });
    const times: number[] = [];
    const seen: Record<number, number> = {};
    const write = async (index: number) => {
      const visitor = new Visitor(app.request);
      const first = { messageId: nanoid(), code: newCode(), text: `First ${index}` };
      const again = async <T extends { status: number; headers: Headers }>(act: () => Promise<T>): Promise<T> => {
        for (let tries = 0; ; tries++) {
          const startedAt = performance.now();
          const reply = await act();
          seen[reply.status] = (seen[reply.status] ?? 0) + 1;
          times.push(performance.now() - startedAt);
          if (reply.status >= 500) expect(reply.headers.get('retry-after')).toMatch(/^\d+$/);
          if (reply.status === 200 || tries > 20) return reply;
        }
      };
      const { body } = await again(() => visitor.start(slug, first));
      const { id } = body.conversation;
      const messageId = nanoid();
      await again(() => visitor.send(id, `Second ${index}`, messageId));
      return id;
    };
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => write(index)));
    mend();
    const table = await cloud.tables();
    for (const [index, id] of ids.entries()) {
      const messages = await table.messages(managerId, id).orderBy('createdAt').get();
      expect(messages.docs.map((one) => one.data().text)).toEqual([`First ${index}`, `Second ${index}`]);
      expect((await table.conversation(managerId, id).get()).data()?.messageCount).toBe(2);
    }
    report('a slow and failing store', { ...seen, 'p95 in delays of the store': percentile(times, 0.95) / SLOW_MS });
    expect(Object.keys(seen).filter((status) => !['200', '503'].includes(status))).toEqual([]);
  });

  test('does not stop a page from sending if only signing tokens fails', async () => {
    const cloud = openTestCloud({ auth: () => Promise.reject(new Error('no signer')) });
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    const { status, body } = await visitor.start(slug);
    expect([status, body.token]).toEqual([200, null]);
    expect((await visitor.send(body.conversation.id, 'Polling then')).status).toBe(200);
    expect((await visitor.open(slug)).body.messages).toHaveLength(2);
  });
});
