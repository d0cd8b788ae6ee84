import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ROOT } from '../../tools/emulators/run-folder.ts';
import { emulators } from './emulators.ts';
import { freePort, type Instance, killed } from './production.ts';

/** The cheapest possible function: it reads nothing and refuses everyone. */
const SOURCE = `const functions = require('@google-cloud/functions-framework');
functions.http('bare', (request, response) => response.status(429).json({ code: 'too-many-requests' }));
`;

/**
 * Starts a function that refuses every request immediately, on the server that Cloud Functions uses. A flood against it costs what any
 * flood costs here, where the client shares the CPU with the server: measurements compare our refusals with it.
 */
export async function startBareInstance(): Promise<Omit<Instance, 'peakMemory'>> {
  const folder = join(emulators().runFolder, 'bare');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ main: 'index.cjs' }));
  await writeFile(join(folder, 'index.cjs'), SOURCE);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const command = join(ROOT, 'node_modules/.bin/functions-framework');
  const server = spawn(process.execPath, [command, `--port=${port}`, '--target=bare'], { cwd: folder, stdio: 'ignore' });
  await vi.waitFor(
    async () => {
      if ((await fetch(origin)).status !== 429) throw new Error('not ready');
    },
    { timeout: 120_000, interval: 200 },
  );
  return { origin, kill: () => killed(server) };
}
