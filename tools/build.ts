import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'rolldown';
import { build as buildWeb } from 'vite';
import { DEPLOYED_WITH, functionsBundle } from '../functions/rolldown.config.ts';
import { webBuilds } from '../web/vite.config.ts';

export interface BuildOptions {
  /** A build for the emulators finds them by `/emulators.json`; a production build does not contain that branch. */
  mode: 'emulators' | 'production';
  webOut: string;
  functionsOut: string;
  /** Another entry of the functions: the benchmarks have one function more. */
  functionsEntry?: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the site, then the functions (which carry the site's stylesheet and know its script's name). */
export async function build({ mode, webOut, functionsOut, functionsEntry }: BuildOptions): Promise<void> {
  for (const part of webBuilds(mode, resolve(webOut))) await buildWeb(part);
  // A file is also served under its own name, so that has to be one to which the dashboard's headers go.
  renameSync(join(webOut, 'manager/index.html'), join(webOut, 'app.html'));
  rmSync(join(webOut, 'manager'), { recursive: true });
  rmSync(functionsOut, { recursive: true, force: true });
  mkdirSync(functionsOut, { recursive: true });
  await bundle(
    functionsBundle({ webOut: resolve(webOut), functionsOut: resolve(functionsOut), ...(functionsEntry ? { entry: functionsEntry } : {}) }),
  );
  writeFileSync(join(functionsOut, 'package.json'), `${JSON.stringify(deployedPackage(), null, 2)}\n`);
}

/** What Cloud Functions installs beside the bundle: the packages that are not in it, at their exact versions. */
function deployedPackage(): object {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'functions/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return {
    name: 'foyer-functions',
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: '24' },
    dependencies: Object.fromEntries(DEPLOYED_WITH.map((name) => [name, dependencies[name]])),
  };
}

if (import.meta.main) {
  await build({ mode: 'production', webOut: join(root, 'web/dist'), functionsOut: join(root, 'functions/dist') });
}
