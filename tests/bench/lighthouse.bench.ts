import { PRESETS } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { ALL, auditPage } from '../support/lighthouse.ts';
import { printReport, reaches } from './report.ts';

printReport();

/** The emulator's Hosting compresses nothing and speaks HTTP/1.1, so the document weighs four times what the CDN sends. */
test.each(PRESETS)('Lighthouse finds nothing to mend on a full %s page on a phone', async (preset) => {
  const { slug } = await someManager(openTestCloud(), fullProfile(preset));
  const { scores, shift, lost } = await auditPage(`/${slug}`, ALL);
  reaches(`Lighthouse, ${preset}: the lowest of four scores`, Math.min(...Object.values(scores)), 100, lost.join('; '));
  expect(shift).toBe(0);
});
