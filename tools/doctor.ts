import { parseArgs } from 'node:util';
import { CHECKS, emulatorChecks } from './doctor/checks.ts';
import { consult } from './doctor/consult.ts';
import { Sentence, tell } from './emulators/sentence.ts';
import { accessToken } from './google/credentials.ts';
import type { Deployment } from './google/google.ts';

const TIMEOUT_MS = 10_000;
/** The exit code if nothing could be checked. */
const UNKNOWN = 2;

/** Addresses as `host:port`. */
interface Emulators {
  firestore: string;
  auth: string | null;
}

/** `npm run doctor -- --project <id>`: checks a deployment's settings without changing them, and says what to fix. */
async function doctor(args: string[]): Promise<number> {
  const { projectId, emulators } = read(args);
  if (emulators) {
    const { exitCode } = await consult(emulated(projectId, emulators), emulatorChecks(emulators.auth !== null), console.log);
    return exitCode;
  }
  const token = await accessToken(TIMEOUT_MS);
  const deployment = { projectId, token, timeoutMs: TIMEOUT_MS, addressOf: (host: string) => `https://${host}` };
  return (await consult(deployment, CHECKS, console.log)).exitCode;
}

/** The Authentication emulator serves each Google host below a path. */
function emulated(projectId: string, { firestore, auth }: Emulators): Deployment {
  const addressOf = (host: string) => (host.startsWith('firestore.') ? `http://${firestore}` : `http://${auth}/${host}`);
  return { projectId, token: 'owner', timeoutMs: TIMEOUT_MS, addressOf, isEmulated: true };
}

function read(args: string[]): { projectId: string; emulators: Emulators | null } {
  const options = { project: { type: 'string', short: 'P' }, emulators: { type: 'string' } } as const;
  const { project, emulators = null } = parseArgs({ args, options, strict: false }).values;
  if (typeof project !== 'string' || !/^[a-z0-9][a-z0-9.:-]*$/.test(project))
    throw new Sentence('Which project? Pass it: `npm run doctor -- --project <id>`.');
  if (emulators !== null && (typeof emulators !== 'string' || !/^[\w.-]+:\d+(,[\w.-]+:\d+)?$/.test(emulators)))
    throw new Sentence('Where are the emulators? Pass Firestore, then Authentication: `--emulators 127.0.0.1:8080,127.0.0.1:9099`.');
  if (project.startsWith('demo-') && emulators === null)
    throw new Sentence(`${project} exists in emulators only: add \`--emulators 127.0.0.1:8080\`, with the port of the Firestore emulator.`);
  if (!project.startsWith('demo-') && emulators !== null)
    throw new Sentence(`Emulators can't check ${project}: leave out \`--emulators\`, or pass a project that starts with demo-.`);
  const [firestore = '', auth = null] = emulators?.split(',') ?? [];
  return { projectId: project, emulators: emulators === null ? null : { firestore, auth } };
}

await tell(async () => {
  try {
    return await doctor(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(`\n${error.message}`);
    return UNKNOWN;
  }
});
