import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from '@foyer/domain/profile';
import { PRESETS } from '@foyer/domain/theme';
import { Firestore } from '@google-cloud/firestore';
import { build } from 'rolldown';
import { beforeAll, test } from 'vitest';
import { functionsBundle } from '../../functions/rolldown.config.ts';
import { ROOT } from '../../tools/emulators/run-folder.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { fullProfile } from '../support/full-profile.ts';
import { countOperations } from '../support/operations.ts';
import { median, printReport, within } from './report.ts';
import { cpuOf, fixedWork } from './workload.ts';

printReport();

/** Enough for the code to be compiled, as in a function that has been up for a while. */
const WARM = 100;
/** Renders and fixed work alternate, so any load on the machine affects both. */
const ROUNDS = 15;
const EACH = 30;
/** On the same machine renders took 1.2 to 1.7 times as long as the fixed work. */
const RENDER_BUDGET = 2.5;

let rendered: typeof import('./rendered.ts');
const operations = countOperations(Firestore.prototype);

/** The pages as deployed, in this process, so their processor time and reads can be counted. */
beforeAll(async () => {
  const { runFolder } = emulators();
  const functionsOut = join(runFolder, 'pages');
  await build(functionsBundle({ webOut: join(runFolder, 'web'), functionsOut, entry: join(ROOT, 'tests/bench/rendered.ts') }));
  rendered = await import(pathToFileURL(join(functionsOut, 'index.js')).href);
});

function draw(profile: Profile): void {
  const head = rendered.profileHead(profile, rendered.spokenOn(profile), { origin: 'https://foyer.example', slug: 'ilse' });
  const facts = { replyTime: null, today: '2026-11-28', verified: [] };
  rendered.renderProfile(head, { profile, facts, slug: 'ilse', managerId: 'm', recaptchaKey: undefined });
}

function times(count: number, act: () => void): void {
  for (let done = 0; done < count; done++) act();
}

test.each(PRESETS)('a full %s page renders within the processor budget', async (preset) => {
  const profile = fullProfile(preset);
  times(WARM, () => draw(profile));
  times(WARM, fixedWork);
  const rounds: { drawn: number; fixed: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const fixed = await cpuOf(() => times(EACH, fixedWork));
    rounds.push({ drawn: await cpuOf(() => times(EACH, () => draw(profile))), fixed });
  }
  const [drawn, fixed] = [median(rounds.map((one) => one.drawn / EACH)), median(rounds.map((one) => one.fixed / EACH))];
  within(
    `page, ${preset}: one render by a warm function / a fixed piece of work, CPU`,
    median(rounds.map((one) => one.drawn / one.fixed)),
    RENDER_BUDGET,
    '',
    `${drawn.toFixed(2)} / ${fixed.toFixed(2)} ms, n = ${ROUNDS} x ${EACH}`,
  );
});

test('a render reads one document, and none while the instance caches the page', async () => {
  const { slug } = await someManager(openTestCloud(), fullProfile('atelier'));
  const readsOf = async (count: number) => {
    operations.reset();
    for (let asked = 0; asked < count; asked++) {
      const answer = await rendered.pages.request(`/${slug}`);
      if (answer.status !== 200) throw new Error(`The page could not be rendered: ${answer.status}`);
      await answer.text();
    }
    return operations.reads;
  };
  within('page: documents read by a first render', await readsOf(1), 1, '', 'through the instance');
  within('page: documents read by further renders', await readsOf(20), 0, '', 'within 30 s');
});
