import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { functionsBundle } from '../../functions/rolldown.config.ts';
import { ROOT } from '../../tools/emulators/run-folder.ts';

/**
 * Builds the functions without a bundle and without lazy loading, as the baseline for the deployed build: a file per module, packages where
 * npm put them, and everything loaded when the process starts.
 */
export async function buildUnbundled(webOut: string, functionsOut: string): Promise<void> {
  rmSync(functionsOut, { recursive: true, force: true });
  mkdirSync(functionsOut, { recursive: true });
  const { plugins, output, ...bundle } = functionsBundle({ webOut, functionsOut });
  await build({
    ...bundle,
    // Builds only our own workspaces, because they are TypeScript.
    external: (id) => !/^(\.|\/|virtual:|@foyer\/)/.test(id),
    plugins: [plugins, eager()],
    output: { ...output, preserveModules: true, chunkFileNames: '[name].js' },
  });
  // npm puts some packages in other versions below functions.
  symlinkSync(join(ROOT, 'functions/node_modules'), join(functionsOut, 'node_modules'));
  writeFileSync(`${functionsOut}/package.json`, '{ "type": "module", "main": "index.js" }\n');
}

/** Turns `await import('./x.ts')` into a static import. */
function eager(): Plugin {
  return {
    name: 'eager',
    transform(code, id) {
      if (id.includes('node_modules')) return null;
      const heads: string[] = [];
      const body = code.replace(/await import\((['"][^'"]+['"])\)/g, (_, source: string) => {
        heads.push(`import * as eager${heads.length} from ${source};`);
        return `eager${heads.length - 1}`;
      });
      return heads.length === 0 ? null : { code: `${heads.join('\n')}\n${body}`, map: null };
    },
  };
}
