import { join } from 'node:path';
import { beforeAll, test } from 'vitest';
import { emulators } from '../support/emulators.ts';
import { buildProduction, freePort, killed, READY, type Ready, spawnInstance } from '../support/production.ts';
import { median, printReport, within } from './report.ts';
import { buildUnbundled } from './unbundled.ts';

printReport();

const PAIRS = 9;
/** The first pair reads the files from disk. */
const WARM_UP = 1;
const LOOK_MS = 5;

let builds: { deployed: string; unbundled: string };

beforeAll(async () => {
  const { webOut, functionsOut } = await buildProduction();
  builds = { deployed: functionsOut, unbundled: join(emulators().runFolder, 'unbundled') };
  await buildUnbundled(webOut, builds.unbundled);
});

test.each(['api', 'page', 'views', 'onMessageCreated'] as const)(
  'a cold instance of "%s" answers in less time than an unbundled one',
  async (target) => {
    const deployed: number[] = [];
    const unbundled: number[] = [];
    for (let pair = 0; pair < PAIRS + WARM_UP; pair++) {
      deployed.push(await firstAnswer(builds.deployed, target));
      unbundled.push(await firstAnswer(builds.unbundled, target));
    }
    const [ours, other] = [median(deployed.slice(WARM_UP)), median(unbundled.slice(WARM_UP))];
    within(
      `cold ${target}: process start to first answer p50 / unbundled and loaded eagerly p50`,
      ours / other,
      0.6,
      '',
      `${ours.toFixed(0)} / ${other.toFixed(0)} ms, n = ${PAIRS}`,
    );
  },
);

/** Milliseconds from the start of a process to its first answer. */
async function firstAnswer(functionsOut: string, target: keyof typeof READY): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  // The unbundled build loads the API too, which doesn't load without its secrets.
  const server = spawnInstance(functionsOut, { port, target, holdsSecrets: true });
  try {
    const { path, status, request }: Ready = READY[target];
    while (server.exitCode === null && server.signalCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...request,
        headers: { ...request?.headers, connection: 'close' },
      }).catch(() => null);
      if (answer === null) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        continue;
      }
      await answer.arrayBuffer();
      if (answer.status !== status) throw new Error(`The first answer was ${answer.status} in place of ${status}.`);
      return performance.now() - startedAt;
    }
    throw new Error('The instance ended before it answered.');
  } finally {
    await killed(server);
  }
}
