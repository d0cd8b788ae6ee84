import { expect, it } from 'vitest';
import { copyName } from './copy-name.ts';

const nowMs = new Date('2026-03-02T23:30:00').getTime();
const named = (name: string) => copyName(name, nowMs, 'html');

it('names a copy after its visitor and day', () => {
  expect(named('Ines  Duarte')).toBe('conversation-ines-duarte-2026-03-02.html');
  expect(copyName('小川 美咲', nowMs, 'json')).toBe('conversation-小川-美咲-2026-03-02.json');
  expect(named('')).toBe('conversation-2026-03-02.html');
  expect(named('विनीता शर्मा')).toBe('conversation-विनीता-शर्मा-2026-03-02.html');
  expect(named('กำธร')).toBe('conversation-กำธร-2026-03-02.html');
});

it('removes path separators, other extensions and direction overrides from the name', () => {
  expect(named('../../etc/passwd')).toBe('conversation-etc-passwd-2026-03-02.html');
  expect(named('photo\u202egnp.exe\u0000')).toBe('conversation-photo-gnp-exe-2026-03-02.html');
  expect(named(`a${'\u0301'.repeat(1000)}`)).toBe('conversation-á-2026-03-02.html');
  expect(named('𝒲'.repeat(60))).toBe(`conversation-${'𝒲'.repeat(40)}-2026-03-02.html`);
});
