import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { functionsBundle } from '../../functions/rolldown.config.ts';
import { ROOT } from '../../tools/emulators/run-folder.ts';

/**
 * Builds the functions as they would be without a bundle and without lazy loading: a file for each of our modules, every package where npm
 * put it, and all of it loaded when the process starts. What the deployed build is measured against.
 */
export async function buildUnbundled(webOut: string, functionsOut: string): Promise<void> {
  rmSync(functionsOut, { recursive: true, force: true });
  mkdirSync(functionsOut, { recursive: true });
  const { plugins, output, ...bundle } = functionsBundle({ webOut, functionsOut });
  await build({
    ...bundle,
    // Our own workspaces alone are built: they are TypeScript.
    external: (id) => !/^(\.|\/|virtual:|@foyer\/)/.test(id),
    plugins: [plugins, eager()],
    output: { ...output, preserveModules: true, chunkFileNames: '[name].js' },
  });
  // npm put some packages below functions, in versions of their own.
  symlinkSync(join(ROOT, 'functions/node_modules'), join(functionsOut, 'node_modules'));
  writeFileSync(`${functionsOut}/package.json`, '{ "type": "module", "main": "index.js" }\n');
}

/** Turns `await import('./x.ts')` into an import at the head of the module. */
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
