import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { auditPage } from '../support/lighthouse.ts';

/** The first preset and the loudest. `npm run bench` asks about all of them, and how fast they are. */
test.each(['atelier', 'poster'] as const)(
  'Lighthouse finds a full %s page accessible, sound and findable, and nothing moves',
  async (preset) => {
    const { slug } = await someManager(openTestCloud(), fullProfile(preset));
    const { scores, shift, lost } = await auditPage(`/${slug}`);
    expect(scores, lost.join('; ')).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 });
    expect(shift).toBe(0);
  },
);
