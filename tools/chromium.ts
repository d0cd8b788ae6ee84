import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findInPath } from './emulators/facts.ts';
import { Sentence } from './emulators/sentence.ts';

export interface Chromium {
  path: string;
  args: string[];
}

/** A browser that was asked for its version and does not tell it by then will not do more. */
const VERSION_MS = 120_000;
const IN_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox, since tests may run as root in a container, and nothing that speaks to the network by itself. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium that runs: CHROMIUM_PATH, then one in PATH, then the one from npm, which unpacks itself into the folder for temporary files.
 * Throws a `Sentence` where there is none.
 */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await runs(given)) return { path: given, args: ARGS };
    throw new Sentence(`CHROMIUM_PATH names no Chromium that runs (${given}): correct it, or run \`unset CHROMIUM_PATH\`.`);
  }
  for (const path of IN_PATH.map(findInPath)) if (path !== null && (await runs(path))) return { path, args: ARGS };
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath().catch(() => null);
  // Not with its own arguments: they switch the browser's security off, which the tests are about.
  if (path !== null && (await runs(path))) return { path, args: ARGS };
  throw new Sentence(
    'The browser tests need a Chromium: install one with `sudo apt-get install -y chromium`, or name yours in CHROMIUM_PATH.',
  );
}

async function runs(path: string): Promise<boolean> {
  return promisify(execFile)(path, ['--version'], { timeout: VERSION_MS }).then(
    ({ stdout }) => /chrom/i.test(stdout),
    () => false,
  );
}

if (import.meta.main) console.log((await findChromium()).path);
