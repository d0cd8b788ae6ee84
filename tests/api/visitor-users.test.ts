import { checkSlugEndpoint, claimPageEndpoint, freeAddressEndpoint } from '@foyer/domain/manager';
import { visitorUid } from '@foyer/domain/paths';
import { createApp, endpoints } from '@foyer/functions/app';
import { describe, expect, test } from 'vitest';
import { auth, PASSWORD, someAccount } from '../support/account.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { addressOf, nameOf, someFixture, spelled, validInput } from '../support/fixture.ts';
import { freshAddress, linkAddress } from '../support/linked-visitor.ts';
import { Visitor } from '../support/visitor.ts';
import { visitorIdToken } from '../support/visitor-account.ts';

const cloud = openTestCloud();
const app = createApp(cloud);

async function linkedVisitor(email: string) {
  const { slug } = await someManager(cloud);
  const visitor = new Visitor(app.request);
  return { slug, visitor, ...(await linkAddress(visitor, slug, email)) };
}

/** The owner of the address confirms it and signs in, and ends up at the visitor's user. */
async function ownerArrives(uid: string, email: string): Promise<string> {
  await (await cloud.auth()).updateUser(uid, { emailVerified: true });
  const signedIn = (await auth('accounts:signInWithPassword', { email, password: PASSWORD, returnSecureToken: true })) as {
    idToken: string;
  };
  return signedIn.idToken;
}

const asManager = (idToken: string) =>
  new Visitor((path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${idToken}`);
    return app.request(path, { ...init, headers });
  });

describe("a visitor's user with a linked address", () => {
  test('can claim no page and check no slug, even with a role that someone gave it', async () => {
    const email = freshAddress();
    const { uid } = await linkedVisitor(email);
    for (const claims of [{}, { role: 'manager' }]) {
      await (await cloud.auth()).setCustomUserClaims(uid, claims);
      const owner = asManager(await ownerArrives(uid, email));
      expect((await owner.call(claimPageEndpoint, { body: { slug: `taken-${process.pid}`, name: 'Victim' } })).body.code).toBe(
        'signed-out',
      );
      expect((await owner.call(checkSlugEndpoint, { params: { slug: 'anything' } })).body.code).toBe('signed-out');
    }
  });

  test('is refused by every endpoint of a manager', async () => {
    const email = freshAddress();
    const { uid } = await linkedVisitor(email);
    await (await cloud.auth()).setCustomUserClaims(uid, { role: 'manager' });
    const idToken = await ownerArrives(uid, email);
    const fixture = await someFixture(cloud);
    const managers = endpoints.filter(({ caller }) => caller === 'manager' || caller === 'either');
    expect(managers.length).toBeGreaterThanOrEqual(9);
    for (const contract of managers) {
      const input = validInput(nameOf(contract), fixture);
      const { type, content } = spelled(contract, input.body);
      const reply = await asManager(idToken).raw(addressOf(contract, input), {
        method: contract.method,
        ...(contract.body ? { body: content, headers: { 'content-type': type } } : {}),
      });
      expect([reply.status, (reply.body as { code?: string }).code], nameOf(contract)).toEqual([401, 'signed-out']);
    }
  });

  test('is replaced by a plain one before the visitor gets another token', async () => {
    const email = freshAddress();
    const { slug, visitor, uid } = await linkedVisitor(email);
    const { status, body } = await visitor.open(slug);
    expect(status).toBe(200);
    await expect((await cloud.auth()).getUserByEmail(email)).rejects.toThrow(/no user record/i);
    await visitorIdToken(body.token);
    const user = await (await cloud.auth()).getUser(uid);
    expect([user.email, user.providerData, user.passwordHash]).toEqual([undefined, [], undefined]);
  });

  test('keeps its own token if nothing was linked: continued reading creates no new user', async () => {
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(app.request);
    const { body } = await visitor.start(slug);
    await visitorIdToken(body.token);
    const uid = visitorUid(body.conversation.id);
    const before = await (await cloud.auth()).getUser(uid);
    await visitor.open(slug);
    expect((await (await cloud.auth()).getUser(uid)).metadata.creationTime).toBe(before.metadata.creationTime);
  });

  test('locks no one out: the owner of the address frees it, and signs up', async () => {
    const email = freshAddress();
    await linkedVisitor(email);
    const credentials = { email, password: PASSWORD, returnSecureToken: true };
    await expect(auth('accounts:signUp', credentials)).rejects.toThrow('EMAIL_EXISTS');
    const { status } = await new Visitor(app.request).call(freeAddressEndpoint, { body: { email: email.toUpperCase() } });
    expect(status).toBe(204);
    const owner = (await auth('accounts:signUp', credentials)) as { localId: string };
    expect(owner.localId).not.toMatch(/^v_/);
  });
});

test("freeing an address changes no manager's account, and reveals nothing", async () => {
  const account = await someAccount();
  const answers = [];
  for (const email of [account.email, freshAddress()]) {
    const { status, headers, body } = await new Visitor(app.request).call(freeAddressEndpoint, { body: { email } });
    answers.push(JSON.stringify({ status, headers: [...headers], body }));
  }
  expect(new Set(answers).size).toBe(1);
  expect((await (await cloud.auth()).getUser(account.uid)).email).toBe(account.email);
});
