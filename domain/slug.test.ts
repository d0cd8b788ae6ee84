import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SLUG_MAX } from './limits.ts';
import { isSlugShaped, nearbySlugs, slugFault, slugShapeFault, slugSkeleton, toSlug } from './slug.ts';

describe('a slug', () => {
  test.each(['ada', 'ada-moreau', 'a1b', 'x'.repeat(30), 'studio-54'])('can be %s', (slug) => {
    expect(slugFault(slug)).toBeNull();
  });

  test.each([
    ['ab', 'too-short'],
    ['x'.repeat(31), 'too-long'],
    ['Ada', 'shape'],
    ['ada--moreau', 'shape'],
    ['-ada', 'shape'],
    ['ada-', 'shape'],
    ['ada.moreau', 'shape'],
    ['ada_moreau', 'shape'],
    ['adа', 'shape'],
    ['xn--bcher-kva', 'shape'],
    ['../app', 'shape'],
    ['ada%2e', 'shape'],
    ['__session', 'shape'],
    ['admin', 'reserved'],
    ['adm1n', 'reserved'],
    ['a-d-m-i-n', 'reserved'],
    ['app', 'reserved'],
    ['f0yer', 'reserved'],
  ] as const)('cannot be %s: %s', (slug, fault) => {
    expect(slugFault(slug)).toBe(fault);
    expect(slugShapeFault(slug)?.code ?? 'slug-reserved').toBe(`slug-${fault}`);
  });

  test('made from any name is valid or too short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const slug = toSlug(name);
        expect(slug.length < 3 || slug.startsWith('xn-') || isSlugShaped(slug)).toBe(true);
      }),
    );
  });

  test('keeps the readable part of a name', () => {
    expect(toSlug('Ada Moreau')).toBe('ada-moreau');
    expect(toSlug('  Björn Großmann & Söhne ')).toBe('bjorn-grossmann-sohne');
  });

  test('conflicts with another that looks the same', () => {
    expect(slugSkeleton('ada-rnoreau')).toBe(slugSkeleton('adamoreau'));
    expect(slugSkeleton('pau1')).toBe(slugSkeleton('paul'));
    expect(slugSkeleton('vvood')).toBe(slugSkeleton('w00d'));
    expect(slugSkeleton('ada')).not.toBe(slugSkeleton('eda'));
  });

  test('has neighbours that can all be claimed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (slug) => {
        const near = nearbySlugs(slug, 5);
        expect(near).toHaveLength(5);
        for (const candidate of near) {
          expect(slugFault(candidate)).toBeNull();
          expect(candidate.length).toBeLessThanOrEqual(SLUG_MAX);
        }
      }),
    );
  });
});
