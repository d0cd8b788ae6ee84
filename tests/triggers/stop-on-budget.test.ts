import { createApp } from '@foyer/functions/app';
import { stopWhenSpent } from '@foyer/functions/limits/stop-on-budget';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const breaker = (await cloud.tables()).breaker();
beforeEach(() => breaker.delete());
afterEach(() => breaker.delete());

/** Cloud Billing's notification after an expensive day. */
const SPENT = {
  budgetDisplayName: 'Foyer',
  alertThresholdExceeded: 1,
  costAmount: 25.4,
  costIntervalStart: '2026-11-01T07:00:00Z',
  budgetAmount: 25,
  budgetAmountType: 'SPECIFIED_AMOUNT',
  currencyCode: 'EUR',
};

const raw = (text: string) => ({ data: Buffer.from(text).toString('base64') });
const receive = (change: object = {}) => stopWhenSpent(cloud, raw(JSON.stringify({ ...SPENT, ...change })));
const mode = async () => (await breaker.get()).data()?.mode;

test('the emulators start without one for Pub/Sub and know the budget stop', async () => {
  const answer = await fetch(`${new URL(emulators().functionsOrigin).origin}/backends`, { signal: AbortSignal.timeout(30_000) });
  const { backends } = (await answer.json()) as { backends: { functionTriggers: { name: string }[] }[] };
  expect(backends.flatMap(({ functionTriggers }) => functionTriggers.map(({ name }) => name))).toContain('stopOnBudget');
});

describe('a budget notification', () => {
  test('stops the site when the costs reach the budget, and records why', async () => {
    expect(await receive({ costAmount: 25 })).toBe('stopped');
    const stored = (await breaker.get()).data();
    expect(stored?.mode).toBe('read-only');
    expect(stored?.budget).toEqual({
      stoppedAt: expect.anything(),
      name: 'Foyer',
      costs: 25,
      amount: 25,
      currency: 'EUR',
      since: '2026-11-01T07:00:00Z',
    });
    expect(Math.abs((stored?.budget?.stoppedAt.toMillis() ?? 0) - cloud.now())).toBeLessThan(60_000);
  });

  test('makes the API refuse what visitors write', async () => {
    const { slug } = await someManager(cloud);
    const instance = openTestCloud();
    expect((await new Visitor(createApp(instance).request).start(slug)).status).toBe(200);
    await receive();
    instance.advance(31_000);
    const refused = await new Visitor(createApp(instance).request).start(slug);
    expect([refused.status, refused.body.code]).toEqual([503, 'sending-paused']);
  });

  test('writes once, however often and however parallel it arrives', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => receive()));
    expect(outcomes.filter((outcome) => outcome === 'stopped')).toHaveLength(1);
    const first = (await breaker.get()).updateTime;
    expect(await receive({ costAmount: 99 })).toBe('stopped already');
    expect((await breaker.get()).updateTime).toEqual(first);
  });

  test.each([
    ['lower costs', { costAmount: 3 }],
    ['a new month', { costAmount: 0, costIntervalStart: '2026-12-01T08:00:00Z' }],
    ['a raised budget', { budgetAmount: 100 }],
  ])('does not lift a stop with %s', async (_, change) => {
    await receive();
    expect(await receive(change)).toBe('below the budget');
    expect(await mode()).toBe('read-only');
  });

  test.each(['read-only', 'Read Only', 'closed!'])('keeps the mode "%s" that the host set', async (own) => {
    await breaker.set({ mode: own });
    expect(await receive()).toBe('stopped already');
    expect((await breaker.get()).data()).toEqual({ mode: own });
  });

  test.each(['normal', 'challenge', 'existing', ''])('changes the milder mode "%s" to read-only', async (own) => {
    await breaker.set({ mode: own });
    expect(await receive()).toBe('stopped');
    expect(await mode()).toBe('read-only');
  });

  test('stops the site again while costs exceed the budget, but not a raised one', async () => {
    await receive();
    await breaker.set({ mode: 'normal' });
    expect(await receive({ budgetAmount: 100 })).toBe('below the budget');
    expect(await mode()).toBe('normal');
    expect(await receive()).toBe('stopped');
  });

  test('of a forecast above the budget stops nothing while costs are below', async () => {
    const forecast = { costAmount: 9, alertThresholdExceeded: undefined, forecastThresholdExceeded: 2 };
    expect(await receive(forecast)).toBe('below the budget');
    expect((await breaker.get()).exists).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"costAmount":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no costs', JSON.stringify({ ...SPENT, costAmount: undefined })],
    ['no budget', JSON.stringify({ ...SPENT, budgetAmount: undefined })],
    ['a budget of nothing', JSON.stringify({ ...SPENT, budgetAmount: 0 })],
    ['a negative budget', JSON.stringify({ ...SPENT, budgetAmount: -1 })],
    ['costs as text', JSON.stringify({ ...SPENT, costAmount: '1000' })],
    ['costs beyond numbers', JSON.stringify(SPENT).replace('25.4', '1e999')],
    ['a name of the wrong kind', JSON.stringify({ ...SPENT, budgetDisplayName: {} })],
    ['another sender', JSON.stringify({ insertId: 'x', severity: 'ERROR' })],
  ])('with %s changes nothing', async (_, text) => {
    expect(await stopWhenSpent(cloud, raw(text))).toBe('unreadable');
    expect((await breaker.get()).exists).toBe(false);
  });

  test('with credits and a long name is read like any other', async () => {
    expect(await receive({ costAmount: -3 })).toBe('below the budget');
    expect(await receive({ budgetDisplayName: 'x'.repeat(60) })).toBe('stopped');
  });
});
