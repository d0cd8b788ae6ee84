import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { assetsIn, readFirebaseConfig } from './emulators/command.ts';
import { keepingAssets } from './emulators/config.ts';
import { ROOT } from './emulators/run-folder.ts';
import { Sentence, tell } from './emulators/sentence.ts';
import { Unanswered } from './google/answer.ts';
import { accessToken } from './google/credentials.ts';
import type { Deployment } from './google/google.ts';
import { allowEvents, setUp } from './set-up/set-up.ts';
import { siteNameIn } from './site-name.ts';
import { exitCodeOf, spawnTool } from './tool.ts';

const TIMEOUT_MS = 20_000;
/** firebase.json plus what only the build knows. In the root, because firebase-tools requires its sources below this file's folder. */
const CONFIG = '.firebase.deploy.json';

/** `npm run deploy -- --project <id>`: deploys to a real project. Further arguments are firebase-tools' (`--only hosting`). */
async function deploy(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { project: { type: 'string', short: 'P' }, only: { type: 'string' } }, strict: false });
  const project = values.project;
  if (typeof project !== 'string') throw new Sentence('Which project? Pass it: `npm run deploy -- --project <id>`.');
  if (project.startsWith('demo-'))
    throw new Sentence(`${project} exists in emulators only: pass a real project, \`npm run deploy -- --project <id>\`.`);
  // Without functions, no accounts are needed, and only firebase-tools' own credentials.
  const hasFunctions = typeof values.only !== 'string' || values.only.includes('functions');
  const deployment = hasFunctions ? await deploymentOf(project) : null;
  if (deployment) await attempt(() => setUp(deployment, console.log));
  console.log('Building…');
  const { build } = await import('./build.ts');
  const parameters = await parametersOf(project);
  await build({
    mode: 'production',
    webOut: join(ROOT, 'web/dist'),
    functionsOut: join(ROOT, 'functions/dist'),
    siteName: siteNameIn(parameters),
  });
  await writeFile(join(ROOT, 'web/dist/settings.json'), JSON.stringify(settingsIn(parameters)));
  const config = keepingAssets(await readFirebaseConfig(), await assetsIn(join(ROOT, 'web/dist')));
  await writeFile(join(ROOT, CONFIG), JSON.stringify(config, null, 2));
  const exitCode = await exitCodeOf(spawnTool('firebase', ['deploy', '--config', CONFIG, ...args], { interactive: true }));
  await rm(join(ROOT, CONFIG), { force: true });
  if (exitCode !== 0) return exitCode;
  if (deployment) await attempt(() => allowEvents(deployment, console.log));
  console.log(`\nCheck the deployment: npm run doctor -- --project ${project}`);
  return exitCode;
}

async function deploymentOf(projectId: string): Promise<Deployment> {
  const token = await accessToken(TIMEOUT_MS);
  return { projectId, token, timeoutMs: TIMEOUT_MS, addressOf: (host) => `https://${host}` };
}

/** Someone who can deploy but not grant roles can still deploy: the doctor reports the missing roles. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (error.problem?.code !== 403 || error.problem.reason === 'SERVICE_DISABLED') throw new Sentence(error.message);
    console.error(`Not everything could be set up. ${error.message}`);
  }
}

/** The functions' parameters of a project. */
async function parametersOf(project: string): Promise<NodeJS.Dict<string>> {
  return parseEnv(await readFile(join(ROOT, `functions/.env.${project}`), 'utf8').catch(() => ''));
}

/** The parameters that browsers need: the dashboard is a static file and can't ask the functions while it starts. */
function settingsIn({ APP_CHECK_SITE_KEY: appCheckKey }: NodeJS.Dict<string>): { appCheckKey?: string } {
  return appCheckKey ? { appCheckKey } : {};
}

await tell(() => deploy(process.argv.slice(2)));
