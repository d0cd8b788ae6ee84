import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'rolldown';
import { build as buildWeb } from 'vite';
import { DEPLOYED_WITH, functionsBundle } from '../functions/rolldown.config.ts';
import { webBuilds } from '../web/vite.config.ts';
import { drawAppIcons } from './app-icons.ts';
import { FOYER, nameApp } from './site-name.ts';
import { compileWords } from './words.ts';

export interface BuildOptions {
  /** An emulator build finds the emulators through `/emulators.json`; a production build doesn't contain that branch. */
  mode: 'emulators' | 'production';
  webOut: string;
  functionsOut: string;
  functionsEntry?: string;
  /** What the installed dashboard is called. */
  siteName?: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the site, then the functions, which contain the site's stylesheet and its script's name. */
export async function build({ mode, webOut, functionsOut, functionsEntry, siteName = FOYER }: BuildOptions): Promise<void> {
  compileWords();
  for (const part of webBuilds(mode, resolve(webOut))) await buildWeb(part);
  nameApp(webOut, siteName);
  await drawAppIcons(webOut, siteName);
  // Hosting also serves a file under its own name, so it must be a name that gets the dashboard's headers.
  renameSync(join(webOut, 'manager/index.html'), join(webOut, 'app.html'));
  rmSync(join(webOut, 'manager'), { recursive: true });
  rmSync(functionsOut, { recursive: true, force: true });
  mkdirSync(functionsOut, { recursive: true });
  await bundle(
    functionsBundle({ webOut: resolve(webOut), functionsOut: resolve(functionsOut), ...(functionsEntry ? { entry: functionsEntry } : {}) }),
  );
  writeFileSync(join(functionsOut, 'package.json'), `${JSON.stringify(deployedPackage(), null, 2)}\n`);
}

/** The packages that Cloud Functions installs next to the bundle, at their exact versions. */
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
