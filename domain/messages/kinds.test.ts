import { describe, expect, it } from 'vitest';
import { PREVIEW_MAX, SYSTEM_TEXT_MAX, TEXT_MAX } from '../limits.ts';
import { isKnownKind, KINDS, plainTextOf, UNKNOWN_KIND_TEXT } from './kinds.ts';
import { messagePreview } from './preview.ts';
import { SystemContent } from './system-schema.ts';
import { TextContent } from './text-schema.ts';

const SCHEMAS = {
  text: { schema: TextContent, longest: { text: 'x'.repeat(TEXT_MAX) } },
  system: { schema: SystemContent, longest: { text: 'x'.repeat(SYSTEM_TEXT_MAX) } },
};

it('every kind has a schema', () => {
  expect(Object.keys(SCHEMAS).sort()).toEqual(Object.keys(KINDS).sort());
});

describe.each(Object.entries(SCHEMAS))('the kind %s', (kind, { schema, longest }) => {
  it('accepts its longest content, and nothing longer or different', () => {
    expect(schema.safeParse(longest).success).toBe(true);
    expect(schema.safeParse({ text: `${longest.text}x` }).success).toBe(false);
    expect(schema.safeParse({ text: '' }).success).toBe(false);
    expect(schema.safeParse({ ...longest, html: '<b>' }).success).toBe(false);
  });

  it('returns its content as text and as a bounded line', () => {
    expect(plainTextOf(kind, longest)).toBe(longest.text);
    expect(messagePreview(kind, longest).length).toBeLessThanOrEqual(PREVIEW_MAX);
  });

  it('without its fields is the neutral sentence', () => {
    for (const content of [{}, { text: 7 }, { text: null }, { text: '' }]) {
      expect(plainTextOf(kind, content)).toBe(UNKNOWN_KIND_TEXT);
      expect(messagePreview(kind, content)).toBe(UNKNOWN_KIND_TEXT);
    }
  });
});

it.each(['poll', '', 'constructor', '__proto__', 'toString'])('the unknown kind %j is the neutral sentence', (kind) => {
  expect(isKnownKind(kind)).toBe(false);
  expect(plainTextOf(kind, { text: 'Not to be trusted' })).toBe(UNKNOWN_KIND_TEXT);
});
