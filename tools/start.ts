import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFirebaseConfig } from './emulators/command.ts';
import { origin, portsOf } from './emulators/config.ts';
import { authLinkIn } from './emulators/links.ts';
import { lock, unlock } from './emulators/lock.ts';
import { busyPorts, freePorts, listenerOn, type Ports } from './emulators/ports.ts';
import { prepareEmulators } from './emulators/prepare.ts';
import { endMarked, launcherOf } from './emulators/processes.ts';
import { closeRunFolder, equipBuild, fromRoot, makeRunFolder, type RunFolder, secretsOf } from './emulators/run-folder.ts';
import { Sentence, tell } from './emulators/sentence.ts';
import { aborted, hearSignals, type Signals } from './emulators/signals.ts';
import { markOf, startSuite } from './emulators/suite.ts';
import { invitation, seed } from './seed.ts';

const PROJECT_ID = 'demo-foyer';
/** What a crash of the machine may cost, at most. */
const SAVE_EVERY_MS = 60_000;

/** `npm start`: builds, starts the emulators with what was there before, fills them on the first run, and ends them on Ctrl-C. */
async function start(args: readonly string[]): Promise<number> {
  const ports = args.includes('--free-ports') ? await freePorts() : await standardPorts();
  const folder = await makeRunFolder('start');
  const lockFile = join(folder.path, 'launcher.pid');
  await lock(lockFile);
  const signals = hearSignals();
  try {
    await run(folder, ports, signals);
    return 0;
  } catch (error) {
    if (signals.first.aborted && !(error instanceof Sentence)) return 0;
    throw error;
  } finally {
    await endMarked(markOf(folder));
    await closeRunFolder(folder);
    await unlock(lockFile);
  }
}

async function run(folder: RunFolder, ports: Ports, signals: Signals): Promise<void> {
  const plan = await prepareEmulators();
  console.log('Building ...');
  const { build } = await import('./build.ts');
  await build({ mode: 'emulators', webOut: folder.web, functionsOut: folder.functions });
  await equipBuild(folder, PROJECT_ID, ports);
  signals.first.throwIfAborted();

  console.log('Starting the emulators ...');
  const dataPath = join(folder.path, 'data');
  const data = existsSync(join(dataPath, 'firebase-export-metadata.json')) ? dataPath : null;
  const suite = await startSuite({ folder, projectId: PROJECT_ID, ports, plan, data, signal: signals.first, onLine: tellOfLetters });
  const { RESUME_SECRET: resumeSecret } = await secretsOf(folder);
  await seed({ projectId: PROJECT_ID, authPort: ports.auth, firestorePort: ports.firestore, resumeSecret });
  await suite.save(dataPath);
  suite.saveIfOrphaned(dataPath);
  welcome(folder, ports);

  const saving = setInterval(() => suite.save(dataPath).catch(tellOfFailure), SAVE_EVERY_MS);
  const why = await Promise.race([aborted(signals.first).then(() => 'told'), suite.ended.then(() => 'ended')]);
  clearInterval(saving);
  if (why === 'ended')
    throw new Sentence(`The emulators ended by themselves: their log is ${fromRoot(folder.log)}, and \`npm start\` starts them again.`);
  console.log('\nSaving and ending ... (Ctrl-C again ends without saving)');
  const saved = suite.save(dataPath).then(() => console.log(`Everything is kept in ${fromRoot(dataPath)}.`), tellOfFailure);
  await Promise.race([saved, aborted(signals.second)]);
  await Promise.race([suite.stop(), aborted(signals.second)]);
}

async function standardPorts(): Promise<Ports> {
  const ports = portsOf(await readFirebaseConfig());
  const [busy] = await busyPorts(ports);
  if (!busy) return ports;
  const listener = await listenerOn(busy.port);
  const launcher = listener && (await launcherOf(listener.pid));
  const owner = launcher ? 'another Foyer' : listener ? `process ${listener.pid} (${listener.command.slice(0, 60)})` : 'another program';
  const end = launcher ? `\`kill -INT ${launcher}\`` : listener ? `\`kill ${listener.pid}\`` : 'its own command';
  throw new Sentence(
    `Port ${busy.port}, where the ${busy.name} emulator belongs, is taken by ${owner}: end that with ${end}, or take other ports with \`npm start -- --free-ports\`.`,
  );
}

function welcome(folder: RunFolder, ports: Ports): void {
  const { page, dashboard, email, password, resume } = invitation(origin(ports.hosting).replace('127.0.0.1', 'localhost'));
  console.log(`
Foyer is running.

  A page         ${page}
  The dashboard  ${dashboard}
  Sign in with   ${email}  ${password}
  Resume link    ${resume}

Everything else is in ${fromRoot(folder.log)}. Ctrl-C ends it; what was written is kept.
`);
}

/** The Auth emulator sends no letters: it logs their links, without which nobody could confirm an address. */
function tellOfLetters(line: string): void {
  const letter = authLinkIn(line);
  if (letter) console.log(`${letter.purpose} link for ${letter.email}: ${letter.link}`);
}

function tellOfFailure(error: unknown): void {
  console.error(`Saving failed: ${error instanceof Error ? error.message : error}`);
}

await tell(() => start(process.argv.slice(2)));
