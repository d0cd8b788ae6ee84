import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findInPath } from './emulators/facts.ts';
import { Sentence } from './emulators/sentence.ts';

export interface Chromium {
  path: string;
  args: string[];
}

/** A browser that takes longer to print its version is unusable. */
const VERSION_MS = 120_000;
const IN_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox, since tests may run as root in a container, and no network requests in the background. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browsers of a test run. */
export interface Browsers {
  /** Without a window: needs half the processor time. */
  chromium: Chromium;
  /** With notifications, which the other one lacks; `null` if none is installed. */
  fullChromium: Chromium | null;
}

/**
 * Finds the Chromiums that run. For most tests: the npm package's, which unpacks itself into the temporary folder, else the full one. The
 * full one: CHROMIUM_PATH, then PATH. Throws a `Sentence` if there is none.
 */
export async function findBrowsers(): Promise<Browsers> {
  const full = await findFull();
  const fullChromium = full === null ? null : { path: full, args: ARGS };
  const chromium = await packagedChromium();
  // Without the package's arguments: they disable browser security that the tests check.
  if (chromium !== null) return { chromium: { path: chromium, args: ARGS }, fullChromium };
  if (fullChromium !== null) return { chromium: fullChromium, fullChromium };
  throw new Sentence('The browser tests need a Chromium: install one with `sudo apt-get install -y chromium`, or set CHROMIUM_PATH.');
}

async function findFull(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await runs(given)) return given;
    throw new Sentence(`CHROMIUM_PATH is not a working Chromium (${given}): correct it, or run \`unset CHROMIUM_PATH\`.`);
  }
  for (const path of IN_PATH.map(findInPath)) if (path !== null && (await runs(path))) return path;
  return null;
}

async function packagedChromium(): Promise<string | null> {
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath().catch(() => null);
  return path !== null && (await runs(path)) ? path : null;
}

async function runs(path: string): Promise<boolean> {
  return promisify(execFile)(path, ['--version'], { timeout: VERSION_MS }).then(
    ({ stdout }) => /chrom/i.test(stdout),
    () => false,
  );
}

if (import.meta.main) console.log(await findBrowsers());
