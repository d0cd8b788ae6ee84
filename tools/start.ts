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
import { START_PROJECT } from './emulators/running.ts';
import { runEveryMinute } from './emulators/schedules.ts';
import { Sentence, tell } from './emulators/sentence.ts';
import { aborted, hearSignals, type Signals } from './emulators/signals.ts';
import { markOf, startSuite } from './emulators/suite.ts';
import { type MailCatcher, startMailCatcher } from './mail-catcher/catcher.ts';
import { invitation, seed } from './seed.ts';

/** Usual for local mail tools. If it is in use, another one is printed. */
const OUTBOX_PORT = 8025;
/** How much a crash of the machine can lose. */
const SAVE_EVERY_MS = 60_000;

/** `npm start`: builds, starts the emulators with the saved data, seeds them on the first run, and stops them on Ctrl-C. */
async function start(args: readonly string[]): Promise<number> {
  const ports = args.includes('--free-ports') ? await freePorts() : await standardPorts();
  const folder = await makeRunFolder('start');
  const lockFile = join(folder.path, 'launcher.pid');
  await lock(lockFile);
  const signals = hearSignals();
  const mail = await startMailCatcher(args.includes('--free-ports') ? 0 : OUTBOX_PORT);
  try {
    await run(folder, ports, signals, mail);
    return 0;
  } catch (error) {
    if (signals.first.aborted && !(error instanceof Sentence)) return 0;
    throw error;
  } finally {
    await mail.stop();
    await endMarked(markOf(folder));
    await closeRunFolder(folder);
    await unlock(lockFile);
  }
}

async function run(folder: RunFolder, ports: Ports, signals: Signals, mail: MailCatcher): Promise<void> {
  const plan = await prepareEmulators();
  console.log('Building…');
  const { build } = await import('./build.ts');
  await build({ mode: 'emulators', webOut: folder.web, functionsOut: folder.functions });
  await equipBuild(folder, START_PROJECT, ports, mail.smtpUrl);
  signals.first.throwIfAborted();

  console.log('Starting the emulators…');
  const dataPath = join(folder.path, 'data');
  const data = existsSync(join(dataPath, 'firebase-export-metadata.json')) ? dataPath : null;
  const suite = await startSuite({ folder, projectId: START_PROJECT, ports, plan, data, signal: signals.first, onLine: tellOfLetters });
  const { RESUME_SECRET: resumeSecret } = await secretsOf(folder);
  await seed({ projectId: START_PROJECT, authPort: ports.auth, firestorePort: ports.firestore, resumeSecret });
  await suite.save(dataPath);
  suite.saveIfOrphaned(dataPath);
  welcome(folder, ports, mail);

  const telling = runEveryMinute('tellLater', START_PROJECT, ports.functions);
  const saving = setInterval(() => suite.save(dataPath).catch(tellOfFailure), SAVE_EVERY_MS);
  const why = await Promise.race([aborted(signals.first).then(() => 'told'), suite.ended.then(() => 'ended')]);
  clearInterval(saving);
  telling.stop();
  if (why === 'ended')
    throw new Sentence(`The emulators stopped unexpectedly. Their log is ${fromRoot(folder.log)}. Start them again with \`npm start\`.`);
  console.log('\nSaving and stopping… (Ctrl-C again stops without saving)');
  const saved = suite.save(dataPath).then(() => console.log(`Everything was saved to ${fromRoot(dataPath)}.`), tellOfFailure);
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
    `Port ${busy.port} of the ${busy.name} emulator is in use by ${owner}: stop that with ${end}, or use other ports with \`npm start -- --free-ports\`.`,
  );
}

function welcome(folder: RunFolder, ports: Ports, mail: MailCatcher): void {
  const { page, dashboard, email, password, resume } = invitation(origin(ports.hosting).replace('127.0.0.1', 'localhost'));
  console.log(`
Foyer is running.

  A page         ${page}
  The dashboard  ${dashboard}
  Sign in with   ${email}  ${password}
  Resume link    ${resume}
  Sent mails     ${mail.outbox}

The emulators' log is ${fromRoot(folder.log)}. Ctrl-C stops Foyer and saves the data.
`);
}

/** The Auth emulator sends no email: it only logs the links, which people need to confirm an address. */
function tellOfLetters(line: string): void {
  const letter = authLinkIn(line);
  if (letter) console.log(`${letter.purpose} link for ${letter.email}: ${letter.link}`);
}

function tellOfFailure(error: unknown): void {
  console.error(`Saving failed: ${error instanceof Error ? error.message : error}`);
}

await tell(() => start(process.argv.slice(2)));
