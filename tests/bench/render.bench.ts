import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PRESETS } from '@foyer/domain/theme';
import { Firestore } from '@google-cloud/firestore';
import { build } from 'rolldown';
import { beforeAll, test } from 'vitest';
import { functionsBundle } from '../../functions/rolldown.config.ts';
import { ROOT } from '../../scripts/emulators/run-folder.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { fullProfile } from '../support/full-profile.ts';
import { countOperations } from '../support/operations.ts';
import { printReport, within } from './report.ts';

printReport();

/** So many that the code is compiled, as in a function that has been up for a while. */
const WARM = 100;
const RENDERS = 400;

let pages: { request(path: string): Promise<Response> };
const operations = countOperations(Firestore.prototype);

/** The pages as they are deployed, stylesheets and all, in this process: so its processor time and its reads can be counted. */
beforeAll(async () => {
  const { runFolder } = emulators();
  const functionsOut = join(runFolder, 'pages');
  await build(functionsBundle({ webOut: join(runFolder, 'web'), functionsOut, entry: join(ROOT, 'functions/src/public-page/page.ts') }));
  ({ pages } = await import(pathToFileURL(join(functionsOut, 'index.js')).href));
});

async function render(slug: string, times: number): Promise<void> {
  for (let rendered = 0; rendered < times; rendered++) {
    const answer = await pages.request(`/${slug}`);
    if (answer.status !== 200) throw new Error(`The page could not be rendered: ${answer.status}`);
    await answer.text();
  }
}

test.each(PRESETS)('a full %s page is rendered in little time of the processor', async (preset) => {
  const { slug } = await someManager(openTestCloud(), fullProfile(preset));
  await render(slug, WARM);
  const before = process.cpuUsage();
  await render(slug, RENDERS);
  const { user, system } = process.cpuUsage(before);
  within(`page, ${preset}: one render by a warm function`, (user + system) / 1000 / RENDERS, 3, ' ms CPU', `n = ${RENDERS}`);
});

test('a render reads one document, and none while the instance remembers the page', async () => {
  const { slug } = await someManager(openTestCloud(), fullProfile('atelier'));
  const readsOf = async (times: number) => {
    operations.reset();
    await render(slug, times);
    return operations.reads;
  };
  within('page: documents read by a first render', await readsOf(1), 1, '', 'through the instance');
  within('page: documents read by further renders', await readsOf(50), 0, '', 'within 30 s');
});
