import { PRESETS } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { auditPage, comparePage } from '../support/lighthouse.ts';
import { median, printReport, reaches, within } from './report.ts';

printReport();

const PAIRS = 3;

/** The emulator's Hosting doesn't compress and speaks HTTP/1.1, so the document weighs four times what the CDN sends. */
test.each(PRESETS)('a full %s page on a phone is as fast as a trivial one, and no other audit fails', async (preset) => {
  const { slug } = await someManager(openTestCloud(), fullProfile(preset));
  const { scores, shift, lost } = await auditPage(`/${slug}`);
  reaches(`Lighthouse, ${preset}: the lowest of three scores without time`, Math.min(...Object.values(scores)), 100, lost.join('; '));
  expect(shift).toBe(0);

  const { runs, lost: slow } = await comparePage(`/${slug}`, PAIRS);
  within(
    `Lighthouse, ${preset}: performance of a trivial page less that of this one`,
    median(runs.map(({ page, trivial }) => trivial - page)),
    1,
    '',
    `${runs.map(({ page, trivial }) => `${page} : ${trivial}`).join(', ')}; ${[...new Set(slow)].join('; ')}`,
  );
});
