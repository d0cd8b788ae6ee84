/** @jsxImportSource preact */
import type { Profile } from '@foyer/domain/profile';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { hostileTexts, largestProfile } from '../../tests/support/hostile-profile.ts';
import { ProfilePage } from './profile-page.tsx';

const PROFILES = 24;
/** Of the time that the same profile takes without any Markdown. Elements alone take some six times as long as words. */
const FACTOR_MAX = 25;

const render = (profile: Profile) =>
  renderToString(
    <ProfilePage profile={profile} slug="ada" managerId="ada" facts={{ replyTime: null, today: '2026-11-21', verified: [] }} />,
  );

/** The least processor time of some renders, in ms: what others do on this machine only adds to it. */
function costOf(profile: Profile, times = 5): number {
  const costs = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    render(profile);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

test('no valid profile takes much longer to render than one of the same size without Markdown', () => {
  const plain = largestProfile((length) => `${'words and more '.repeat(length).slice(0, length - 1)}.`);
  for (let seed = 1; seed <= 30; seed++) {
    render(plain);
    render(largestProfile(hostileTexts(seed)));
  }
  const costs = Array.from({ length: PROFILES }, (_, seed) => costOf(largestProfile(hostileTexts(seed + 1))));
  expect(Math.max(...costs) / costOf(plain, 20)).toBeLessThan(FACTOR_MAX);
}, 120_000);
