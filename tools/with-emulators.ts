import { rm } from 'node:fs/promises';
import { findChromium } from './chromium.ts';
import { origin, type Rewrite } from './emulators/config.ts';
import { freePorts } from './emulators/ports.ts';
import { prepareEmulators } from './emulators/prepare.ts';
import { endMarked, MARK } from './emulators/processes.ts';
import { closeRunFolder, equipBuild, makeRunFolder, type RunFolder, removeDeadRuns } from './emulators/run-folder.ts';
import { aborted, hearSignals } from './emulators/signals.ts';
import { markOf, startSuite } from './emulators/suite.ts';
import { TEST_ENVIRONMENT, type TestEnvironment } from './test-environment.ts';
import type { Needs } from './test-needs.ts';

export interface Stage {
  /** What the run is called, before the id of its process. */
  name: 'test' | 'bench';
  needs: Needs;
  /** Another entry of the functions than the deployed one. */
  functionsEntry?: string;
  /** The way to the functions that only this entry has. */
  rewrites?: readonly Rewrite[];
  /** What is done; its outcome is the exit code. */
  act(stage: { folder: RunFolder; variables: NodeJS.ProcessEnv }): Promise<number>;
}

const INTERRUPTED = 130;

/**
 * Sets up emulators (and a browser) of this run's own, has something done with them, and removes every process and file of it again.
 * What `act` starts must get `variables`: they say where everything is, and mark the process as one of this run.
 */
export async function withEmulators(stage: Stage): Promise<number> {
  const { first } = hearSignals();
  await removeDeadRuns();
  const folder = await makeRunFolder(`${stage.name}-${process.pid}`);
  // What this process unpacks, such as a browser, belongs to the run.
  process.env.TMPDIR = folder.temporary;
  try {
    return await Promise.race([run(stage, folder, first), aborted(first).then(() => INTERRUPTED)]);
  } finally {
    await endMarked(markOf(folder));
    await closeRunFolder(folder);
    await rm(folder.path, { recursive: true, force: true });
  }
}

async function run(stage: Stage, folder: RunFolder, signal: AbortSignal): Promise<number> {
  const mark = { [MARK]: markOf(folder) };
  if (stage.needs === 'nothing') return stage.act({ folder, variables: mark });

  const everything = stage.needs === 'everything';
  const plan = await prepareEmulators();
  const chromium = everything ? await findChromium() : undefined;
  const ports = await freePorts();
  const projectId = `demo-foyer-${folder.name}`;
  if (everything) {
    console.log('Building ...');
    // Loaded here, since a part of the tests must run while the build is broken.
    const { build } = await import('./build.ts');
    const entry = stage.functionsEntry === undefined ? {} : { functionsEntry: stage.functionsEntry };
    await build({ mode: 'emulators', webOut: folder.web, functionsOut: folder.functions, ...entry });
    await equipBuild(folder, projectId, ports);
  }
  console.log('Starting the emulators ...');
  const suite = await startSuite({
    folder,
    projectId,
    ports,
    plan,
    signal,
    ...(everything ? {} : { only: ['firestore'] }),
    ...(stage.rewrites && { rewrites: stage.rewrites }),
  });
  const environment: TestEnvironment = {
    projectId,
    runFolder: folder.path,
    logFile: folder.log,
    firestore: { host: '127.0.0.1', port: ports.firestore },
    ...(everything && {
      hosting: origin(ports.hosting),
      functionsOrigin: origin(ports.functions),
      auth: origin(ports.auth),
      storage: origin(ports.storage),
    }),
    ...(chromium && { chromium }),
  };
  const exitCode = await stage.act({ folder, variables: { ...variablesFor(environment), ...mark } });
  await suite.stop();
  return exitCode;
}

/** What our tests read, and what Google's own libraries read. */
function variablesFor(environment: TestEnvironment): NodeJS.ProcessEnv {
  const { projectId, firestore, auth, storage } = environment;
  return {
    [TEST_ENVIRONMENT]: JSON.stringify(environment),
    GCLOUD_PROJECT: projectId,
    METADATA_SERVER_DETECTION: 'none',
    FIRESTORE_EMULATOR_HOST: `${firestore.host}:${firestore.port}`,
    ...(auth && { FIREBASE_AUTH_EMULATOR_HOST: new URL(auth).host }),
    ...(storage && { FIREBASE_STORAGE_EMULATOR_HOST: new URL(storage).host }),
  };
}
