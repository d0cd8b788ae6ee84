import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../../support/cloud.ts';
import { fullProfile } from '../../support/full-profile.ts';
import { auditPage } from '../../support/lighthouse.ts';

/** The first preset and the loudest. `npm run bench` measures all of them, and their speed. */
test.each(['atelier', 'poster'] as const)(
  'Lighthouse finds a full %s page accessible, sound and findable, without layout shifts',
  async (preset) => {
    const { slug } = await someManager(openTestCloud(), fullProfile(preset));
    const { scores, shift, lost } = await auditPage(`/${slug}`);
    expect(scores, lost.join('; ')).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 });
    expect(shift).toBe(0);
  },
);
