import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowsers } from './chromium.ts';
import { origin, type Rewrite } from './emulators/config.ts';
import { freePorts } from './emulators/ports.ts';
import { prepareEmulators } from './emulators/prepare.ts';
import { endMarked, MARK } from './emulators/processes.ts';
import { closeRunFolder, equipBuild, makeRunFolder, type RunFolder, removeDeadRuns } from './emulators/run-folder.ts';
import { aborted, hearSignals } from './emulators/signals.ts';
import { markOf, startSuite } from './emulators/suite.ts';
import { wakeFunctions } from './emulators/wake.ts';
import { startMailCatcher } from './mail-catcher/catcher.ts';
import { TEST_ENVIRONMENT, type TestEnvironment } from './test-environment.ts';
import type { Needs } from './test-needs.ts';

export interface Stage {
  name: 'test' | 'bench';
  needs: Needs;
  /** Replaces the deployed entry of the functions. */
  functionsEntry?: string;
  /** Routes to functions that only this entry has. */
  rewrites?: readonly Rewrite[];
  /** Returns the exit code. */
  act(stage: { folder: RunFolder; variables: NodeJS.ProcessEnv }): Promise<number>;
}

/** The exit code of an interrupted run. */
export const INTERRUPTED = 130;

/** The variable with the folder of a build, as `folder.web` and `folder.functions`. */
export const SHARED_BUILD = 'FOYER_SHARED_BUILD';

/**
 * Sets up this run's own emulators (and browser), runs `act`, and removes all processes and files of the run.
 * Processes that `act` starts must get `variables`: they contain the addresses, and mark the process as part of this run.
 */
export async function withEmulators(stage: Stage): Promise<number> {
  const { first } = hearSignals();
  await removeDeadRuns();
  const folder = await makeRunFolder(`${stage.name}-${process.pid}`);
  // So what this process unpacks, such as a browser, is removed with the run.
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
  const browsers = everything ? await findBrowsers() : undefined;
  const ports = await freePorts();
  const projectId = `demo-foyer-${folder.name}`;
  const mail = everything ? await startMailCatcher() : null;
  if (mail) {
    await provideBuild(folder, stage.functionsEntry);
    await equipBuild(folder, projectId, ports, mail.smtpUrl);
  }
  console.log('Starting the emulators…');
  const suite = await startSuite({
    folder,
    projectId,
    ports,
    plan,
    signal,
    ...(everything ? {} : { only: ['firestore'] }),
    ...(stage.rewrites && { rewrites: stage.rewrites }),
  });
  if (everything) await wakeFunctions(origin(ports.hosting));
  const environment: TestEnvironment = {
    projectId,
    runFolder: folder.path,
    logFile: folder.log,
    firestore: { host: '127.0.0.1', port: ports.firestore },
    ...(everything && {
      hosting: origin(ports.hosting),
      hub: origin(ports.hub),
      functionsOrigin: origin(ports.functions),
      auth: origin(ports.auth),
      storage: origin(ports.storage),
    }),
    ...(mail && { smtpUrl: mail.smtpUrl, outbox: mail.outbox }),
    ...(browsers && { chromium: browsers.chromium }),
    ...(browsers?.fullChromium && { fullChromium: browsers.fullChromium }),
  };
  const exitCode = await stage.act({ folder, variables: { ...variablesFor(environment), ...mark } });
  await Promise.all([suite.stop(), mail?.stop()]);
  return exitCode;
}

/** Copies the build that `npm test` has made for all its parts, else builds. */
async function provideBuild(folder: RunFolder, functionsEntry: string | undefined): Promise<void> {
  const shared = process.env[SHARED_BUILD];
  if (shared) {
    await Promise.all((['web', 'functions'] as const).map((part) => cp(join(shared, part), folder[part], { recursive: true })));
    return;
  }
  console.log('Building…');
  // Loaded here, because some tests must run even while the build is broken.
  const { build } = await import('./build.ts');
  await build({ mode: 'emulators', webOut: folder.web, functionsOut: folder.functions, ...(functionsEntry && { functionsEntry }) });
}

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
