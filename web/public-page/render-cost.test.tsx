/** @jsxImportSource preact */
import type { Profile } from '@foyer/domain/profile';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { hostileTexts, largestProfile } from '../../tests/support/hostile-profile.ts';
import { someSpoken } from '../../tests/support/spoken.ts';
import { ProfilePage } from './profile-page.tsx';
import { Speaking } from './words.ts';

const PROFILES = 24;
/** Relative to the same profile without any Markdown. Elements alone take about six times as long as words. */
const FACTOR_MAX = 25;
/** Other work on the machine only adds to a measurement, so the smallest of several factors is the most accurate. */
const TRIES = 4;

const render = (profile: Profile) =>
  renderToString(
    <Speaking value={someSpoken()}>
      <ProfilePage profile={profile} slug="ada" managerId="ada" facts={{ replyTime: null, today: '2026-11-21', verified: [] }} />
    </Speaking>,
  );

/** The minimum CPU time of several renders, in ms: other load on the machine only adds to it. */
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
  for (let seed = 1; seed <= PROFILES; seed++) {
    const hostile = largestProfile(hostileTexts(seed));
    const factor = () => costOf(hostile) / costOf(plain);
    let least = factor();
    for (let tries = 1; least >= FACTOR_MAX && tries < TRIES; tries++) least = Math.min(least, factor());
    expect(least, `profile ${seed}`).toBeLessThan(FACTOR_MAX);
  }
}, 120_000);
