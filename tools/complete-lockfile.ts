import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';

const Package = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lockfile = z.looseObject({ packages: z.record(z.string(), Package) });
export type Lockfile = z.output<typeof Lockfile>;

const FILE = join(ROOT, 'package-lock.json');
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ppc64', 's390x', 'wasm32', 'x64'];

/**
 * Finds the binaries for other systems that a lockfile lacks. npm omits them if its registry doesn't have them, and then refuses its own
 * lockfile in `npm ci`. Returns the entries to add, by path in `node_modules`.
 */
export function missingFrom(lockfile: Lockfile): Record<string, object> {
  const missing: Record<string, object> = {};
  for (const [path, parent] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const words = name.split(/[/-]/);
      const cpu = words.find((word) => PROCESSORS.includes(word));
      if (cpu === undefined || !/^\d+\.\d+\.\d+/.test(version) || versionSeenFrom(path, name, lockfile) === version) continue;
      const os = words.find((word) => SYSTEMS.includes(word));
      // Next to its package, or inside it if another version is there.
      const place = `${folderOf(path)}${name}` in lockfile.packages ? `${path}/node_modules/${name}` : `${folderOf(path)}${name}`;
      missing[place] = {
        version,
        cpu: [cpu],
        ...(parent.dev && { dev: true }),
        ...(words.includes('musl') && { libc: ['musl'] }),
        optional: true,
        ...(os && { os: [os] }),
      };
    }
  }
  return missing;
}

export async function checkLockfile(): Promise<{ passed: boolean; output: string }> {
  const missing = Object.keys(missingFrom(await readLockfile()));
  const output = `\`npm ci\` would fail: ${missing.length} binaries for other systems are missing. Run \`node tools/complete-lockfile.ts\`.`;
  return { passed: missing.length === 0, output };
}

function versionSeenFrom(path: string, name: string, { packages }: Lockfile): string | undefined {
  const folders = [`${path}/node_modules/`, folderOf(path)];
  for (let outer = folderOf(path); outer !== 'node_modules/'; ) {
    outer = folderOf(outer.slice(0, -'/node_modules/'.length));
    folders.push(outer);
  }
  return folders.map((folder) => packages[folder + name]?.version).find((version) => version !== undefined);
}

function folderOf(path: string): string {
  const at = path.lastIndexOf('node_modules/');
  return at < 0 ? 'node_modules/' : path.slice(0, at + 'node_modules/'.length);
}

async function readLockfile(): Promise<Lockfile> {
  return Lockfile.parse(JSON.parse(await readFile(FILE, 'utf8')));
}

if (import.meta.main) {
  await tell(async () => {
    const missing = missingFrom(await readLockfile());
    // Uses the raw JSON, because the schema would reorder keys.
    const raw = JSON.parse(await readFile(FILE, 'utf8')) as { packages: Record<string, object> };
    const packages = Object.entries({ ...raw.packages, ...missing }).sort(([one], [other]) => one.localeCompare(other, 'en'));
    await writeFile(FILE, `${JSON.stringify({ ...raw, packages: Object.fromEntries(packages) }, null, 2)}\n`);
    console.log(`Added ${Object.keys(missing).length} entries to package-lock.json.`);
    return 0;
  });
}
