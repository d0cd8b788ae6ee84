import { parseArgs } from 'node:util';
import { CHECKS, EMULATOR_CHECKS } from './doctor/checks.ts';
import { consult } from './doctor/consult.ts';
import { accessToken } from './doctor/credentials.ts';
import { Sentence, tell } from './emulators/sentence.ts';

const TIMEOUT_MS = 10_000;
/** Nothing could be checked. */
const UNKNOWN = 2;

/** `npm run doctor -- --project <id>`: looks at a deployment's settings, changes none, and says what to mend. */
async function doctor(args: string[]): Promise<number> {
  const { projectId, emulator } = read(args);
  const deployment = emulator
    ? { projectId, token: 'owner', timeoutMs: TIMEOUT_MS, addressOf: () => `http://${emulator}` }
    : { projectId, token: await accessToken(TIMEOUT_MS), timeoutMs: TIMEOUT_MS, addressOf: (host: string) => `https://${host}` };
  const { exitCode } = await consult(deployment, emulator ? EMULATOR_CHECKS : CHECKS, console.log);
  return exitCode;
}

function read(args: string[]): { projectId: string; emulator: string | null } {
  const options = { project: { type: 'string', short: 'P' }, emulators: { type: 'string' } } as const;
  const { project, emulators = null } = parseArgs({ args, options, strict: false }).values;
  if (typeof project !== 'string' || !/^[a-z0-9][a-z0-9.:-]*$/.test(project))
    throw new Sentence('Which project? Name it: `npm run doctor -- --project <id>`.');
  if (emulators !== null && (typeof emulators !== 'string' || !/^[\w.-]+:\d+$/.test(emulators)))
    throw new Sentence('Where is the Firestore emulator? Say it: `--emulators 127.0.0.1:8080`.');
  if (project.startsWith('demo-') && emulators === null)
    throw new Sentence(`${project} exists in emulators only: add \`--emulators 127.0.0.1:8080\`, with the port of the Firestore emulator.`);
  if (!project.startsWith('demo-') && emulators !== null)
    throw new Sentence(`Emulators say nothing about ${project}: leave \`--emulators\` out, or name a project that starts with demo-.`);
  return { projectId: project, emulator: emulators };
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
