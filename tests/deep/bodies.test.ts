import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProduction, type Instance, startInstance } from '../support/production.ts';
import { report } from '../support/report.ts';

const MEGABYTE = 1024 * 1024;
const part = Buffer.alloc(MEGABYTE, 'a');
let instance: Instance;

beforeAll(async () => {
  instance = await startInstance((await buildProduction()).functionsOut);
});
afterAll(() => instance?.kill());

/** Sends 30 MB, with or without a Content-Length header. Resolves to the response's status. */
function flood(index: number): Promise<number> {
  const { hostname, port } = new URL(instance.origin);
  const isDeclared = index % 2 === 0;
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        hostname,
        port,
        path: '/api/conversations',
        method: 'POST',
        headers: {
          origin: instance.origin,
          'content-type': 'application/json',
          'x-forwarded-for': `10.1.${index}.1, 192.0.2.1`,
          ...(isDeclared ? { 'content-length': 30 * MEGABYTE } : {}),
        },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sending.once('error', reject);
    for (let sent = 0; sent < 30; sent++) sending.write(part);
    sending.end();
  });
}

test('refuses twenty parallel bodies of 30 MB, and the process survives with little memory', async () => {
  const statuses = await Promise.all(Array.from({ length: 20 }, (_, index) => flood(index)));
  expect(statuses).toEqual(new Array(20).fill(413));
  expect((await fetch(`${instance.origin}/api/openapi.json`)).status).toBe(200);
  const megabytes = await instance.peakMemory();
  report('20 bodies of 30 MB', { 'peak MB': megabytes });
  expect(megabytes).toBeLessThan(800);
});
