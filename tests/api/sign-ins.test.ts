import { endSignInsEndpoint } from '@foyer/domain/manager';
import { createApp, endpoints } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { type Account, signInAgain, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { nameOf, someFixture } from '../support/fixture.ts';
import { managerBrowser } from '../support/manager-browser.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { somePicturePerson } from '../support/picture-person.ts';
import { somePush } from '../support/some-push.ts';

const cloud = openTestCloud();
const app = createApp(cloud);

/** Tokens and revocations have times in whole seconds. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));

async function endSignIns(account: Pick<Account, 'idToken'>) {
  const { path, method } = endSignInsEndpoint;
  return managerBrowser(app.request, account).raw<{ code?: string } | null>(path, { method });
}

async function checkSlug(account: Pick<Account, 'idToken'>) {
  return managerBrowser(app.request, account).raw<{ code?: string }>('/api/slugs/some-address', { method: 'GET' });
}

describe('signing out everywhere', () => {
  test("ends this sign-in and every earlier one, and stores Auth's own time", async () => {
    const { manager } = await someFixture(cloud);
    const elsewhere = await signInAgain(manager);
    await nextSecond();
    expect((await endSignIns(manager)).status).toBe(204);
    for (const ended of [manager, elsewhere]) expect((await checkSlug(ended)).body.code).toBe('signed-out');
    const { tokensValidAfterTime } = await (await cloud.auth()).getUser(manager.uid);
    const stored = (await (await cloud.tables()).manager(manager.uid).get()).data();
    expect(stored?.signInsEndedAt?.toMillis()).toBe(Date.parse(tokensValidAfterTime ?? ''));
    expect((await endSignIns(manager)).body?.code).toBe('signed-out');
  });

  test('ends notifications on every device', async () => {
    const [{ manager }, other] = [await someFixture(cloud), await someFixture(cloud)];
    const table = await cloud.tables();
    const device = { ...somePush(), name: 'Chrome', language: 'en', createdAt: Timestamp.now(), usedAt: Timestamp.now() } as const;
    for (const { uid } of [manager, other.manager]) await table.devices(uid).set({ devices: { one: device }, frontAt: Timestamp.now() });
    await endSignIns(manager);
    expect((await table.devices(manager.uid).get()).data()).not.toHaveProperty('devices');
    expect((await table.devices(other.manager.uid).get()).data()).toHaveProperty('devices.one');
  });

  test('leaves a new sign-in and other managers signed in', async () => {
    const [{ manager }, other] = [await someFixture(cloud), await someAccount()];
    await nextSecond();
    await endSignIns(manager);
    expect((await checkSlug(await signInAgain(manager))).status).toBe(200);
    expect((await checkSlug(other)).status).toBe(200);
  });

  test('works without a page', async () => {
    const account = await someAccount();
    await nextSecond();
    expect((await endSignIns(account)).status).toBe(204);
    expect((await checkSlug(account)).body.code).toBe('signed-out');
    expect((await (await cloud.tables()).manager(account.uid).get()).exists).toBe(false);
  });

  test('needs a sign-in', async () => {
    expect((await endSignIns({ idToken: 'nobody' })).body?.code).toBe('signed-out');
    const { code } = (await endSignIns(await someAccount({ isEmailVerified: false }))).body ?? {};
    expect(code).toBe('email-unverified');
  });

  test('refuses an upload with an earlier sign-in, though its function cannot ask Auth', async () => {
    const ada = await somePicturePerson(cloud);
    const picture = await somePicture(300, 200).png().toBuffer();
    expect((await ada.upload(picture)).status).toBe(200);
    await nextSecond();
    await endSignIns(ada);
    expect((await ada.upload(picture)).code).toBe('signed-out');
  });
});

test('every endpoint of managers asks whether the sign-in has ended', () => {
  const silent = endpoints.filter(({ caller, checksRevocation }) => (caller === 'manager' || caller === 'either') && !checksRevocation);
  expect(silent.map(nameOf)).toEqual([]);
});
