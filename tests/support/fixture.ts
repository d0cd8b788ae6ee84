import type { Endpoint } from '@foyer/domain/endpoint';
import { isForm } from '@foyer/domain/form';
import { claimPageEndpoint, deleteAccountEndpoint, endSignInsEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import { slugSkeleton } from '@foyer/domain/slug';
import { createApp, endpoints } from '@foyer/functions/app';
import { forms } from '@foyer/functions/forms/routes';
import { nanoid } from 'nanoid';
import { type Account, signInAgain, someAccount } from './account.ts';
import { ORIGIN, type TestCloud } from './cloud.ts';
import { someDevice } from './device.ts';
import { somePush } from './some-push.ts';
import { newCode, Visitor } from './visitor.ts';

export interface Input {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}

/** A manager with a page, a visitor with a conversation there, and someone who could claim a page: all that any endpoint needs. */
export interface Fixture {
  cloud: TestCloud;
  manager: Account;
  slug: string;
  visitor: Visitor;
  conversationId: string;
  newcomer: Account;
  newSlug: string;
  /** Someone who can delete their account, once. */
  leaver: Account;
  /** Someone who can end their sign-ins, once. */
  signedIn: Account;
}

/** `POST /api/sessions` */
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;

export function contractOf(name: string): Endpoint {
  const contract = [...endpoints, ...forms].find((candidate) => nameOf(candidate) === name);
  if (!contract) throw new Error(`There is no ${name}.`);
  return contract;
}

let fixtures = 0;

const PUSH_ID = 'V1StGXR8_Z5jdHi6B-myT';

export async function someFixture(cloud: TestCloud): Promise<Fixture> {
  const visitor = new Visitor(createApp(cloud).request);
  const [manager, newcomer, leaver, signedIn] = await Promise.all([someAccount(), someAccount(), someAccount(), someAccount()]);
  const slug = `fixture-${process.pid}-${++fixtures}`;
  const claimed = await visitor.raw(claimPageEndpoint.path, {
    method: 'PUT',
    body: JSON.stringify({ slug, name: 'Ada Moreau' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${manager.idToken}` },
  });
  const started = await visitor.start(slug, { name: 'Mina' });
  if (claimed.status !== 200 || started.status !== 200) throw new Error(`No fixture: ${claimed.status}, ${started.status}`);
  return {
    cloud,
    manager: await signInAgain(manager),
    slug,
    visitor,
    conversationId: started.body.conversation.id,
    newcomer,
    newSlug: `new-${slug}`,
    leaver,
    signedIn,
  };
}

/** A request for every endpoint that would succeed. An endpoint without one is missing from the tests that run through all of them. */
const VALID: Readonly<Record<string, (fixture: Fixture) => Input>> = {
  'POST /api/conversations': ({ slug }) => ({ body: { slug, code: newCode(), messageId: nanoid(), text: 'Good morning' } }),
  'GET /api/conversations': ({ slug }) => ({ query: { slug } }),
  'GET /api/search': () => ({ query: { q: 'only-between' } }),
  'POST /api/conversations/{conversationId}/messages': ({ conversationId }) => ({
    params: { conversationId },
    body: { messageId: nanoid(), text: 'Further' },
  }),
  'PUT /api/conversations/{conversationId}/visitor': ({ conversationId }) => ({
    params: { conversationId },
    body: { name: 'Mina Okafor', email: 'mina@example.org' },
  }),
  'PUT /api/conversations/{conversationId}/code': ({ conversationId }) => ({ params: { conversationId }, body: { code: newCode() } }),
  'DELETE /api/conversations/{conversationId}/sessions': ({ conversationId }) => ({ params: { conversationId } }),
  'PUT /api/conversations/{conversationId}/pushes/{pushId}': ({ conversationId }) => ({
    params: { conversationId, pushId: PUSH_ID },
    body: { subscription: somePush(), language: 'en' },
  }),
  'DELETE /api/conversations/{conversationId}/pushes/{pushId}': ({ conversationId }) => ({
    params: { conversationId, pushId: PUSH_ID },
  }),
  'GET /api/conversations/{conversationId}/export': ({ conversationId }) => ({ params: { conversationId }, query: { format: 'json' } }),
  'DELETE /api/conversations/{conversationId}': ({ conversationId }) => ({ params: { conversationId } }),
  'GET /api/conversations/{conversationId}/mail': ({ conversationId }) => ({ params: { conversationId } }),
  'PUT /api/conversations/{conversationId}/mail': ({ conversationId }) => ({
    params: { conversationId },
    body: { address: 'mina@example.org', language: 'de' },
  }),
  'DELETE /api/conversations/{conversationId}/mail': ({ conversationId }) => ({ params: { conversationId } }),
  'POST /api/conversations/{conversationId}/mail/way-back': ({ conversationId }) => ({
    params: { conversationId },
    body: { code: newCode() },
  }),
  'GET /api/managers/me/mail': () => ({}),
  'PUT /api/conversations/{conversationId}/report': ({ conversationId }) => ({ params: { conversationId }, body: { reason: 'spam' } }),
  'POST /api/sessions': ({ slug }) => ({ body: { slug, code: newCode() } }),
  'DELETE /api/sessions/current': ({ slug }) => ({ query: { slug } }),
  'GET /api/slugs/{slug}': ({ slug }) => ({ params: { slug } }),
  'PUT /api/managers/me': ({ newSlug }) => ({ body: { slug: newSlug, name: 'Ada Moreau' } }),
  'DELETE /api/managers/me': () => ({}),
  'DELETE /api/managers/me/sign-ins': () => ({}),
  'DELETE /api/managers/me/deletion': () => ({}),
  'PUT /api/managers/me/pause': () => ({ body: { sentence: 'At sea.', backOn: null, timeZone: 'UTC' } }),
  'DELETE /api/managers/me/pause': () => ({}),
  'PUT /api/managers/me/offline': () => ({}),
  'DELETE /api/managers/me/offline': () => ({}),
  'POST /api/sign-ups': ({ newcomer }) => ({ body: { email: newcomer.email } }),
  'PUT /api/managers/me/slug': ({ slug }) => ({ body: { slug } }),
  'PATCH /api/managers/me/profile': () => ({ body: { revision: 0, changes: {} } }),
  'PUT /api/managers/me/draft': () => ({ body: { revision: 0, profile: newProfile('Ada Moreau', 'Half a headl') } }),
  'DELETE /api/managers/me/draft': () => ({ query: { revision: '1' } }),
  // The profile has no such link: checking a real one would use the network.
  'PUT /api/managers/me/verified-links': () => ({ body: { url: 'https://social.example/@ada' } }),
  'DELETE /api/managers/me/session': () => ({}),
  'GET /api/push-key': () => ({}),
  'PUT /api/managers/me/devices/{deviceId}': () => ({ params: { deviceId: nanoid() }, body: someDevice() }),
  'DELETE /api/managers/me/devices/{deviceId}': () => ({ params: { deviceId: nanoid() } }),
  'POST /api/managers/me/devices/{deviceId}/tests': () => ({ params: { deviceId: nanoid() } }),
  'DELETE /api/managers/me/notifications/{conversationId}': ({ conversationId }) => ({ params: { conversationId } }),
  'POST /api/views': ({ slug }) => ({ body: { slug, sections: ['projects', 'about'] } }),
  'POST /api/forms/conversations': ({ slug }) => ({ query: { slug }, body: { text: 'Good morning', name: '', email: '', section: '' } }),
  'GET /api/forms/conversations': ({ slug }) => ({ query: { slug } }),
  'POST /api/forms/messages': ({ slug, conversationId }) => ({
    query: { slug },
    body: { conversationId, messageId: nanoid(), text: 'Further' },
  }),
  'POST /api/forms/sessions': ({ slug }) => ({ query: { slug }, body: { code: newCode() } }),
  'POST /api/forms/codes': ({ slug, conversationId }) => ({ query: { slug }, body: { conversationId, code: newCode() } }),
  'POST /api/forms/sign-outs': ({ slug }) => ({ query: { slug }, body: {} }),
  'GET /api/forms/mail-confirmations': () => ({ query: { token: 'from.mail' } }),
  'POST /api/forms/mail-confirmations': () => ({ query: { token: 'from.mail' } }),
  'GET /api/forms/mail-stops': () => ({ query: { token: 'from.mail' } }),
  'POST /api/forms/mail-stops': () => ({ query: { token: 'from.mail' } }),
  'POST /api/forms/erasures': ({ slug, conversationId }) => ({ query: { slug }, body: { conversationId, isSure: 'yes' } }),
};

/** A valid request to an endpoint. Throws for an unknown one: add a line to `VALID`. */
export function validInput(name: string, fixture: Fixture): Input {
  const make = VALID[name];
  if (!make) throw new Error(`tests/support/fixture.ts knows no valid request for ${name}`);
  return make(fixture);
}

/** A request's body as its endpoint reads it, with its content type. */
export function spelled(contract: Endpoint, body: Record<string, unknown> = {}): { type: string; content: string } {
  if (!isForm(contract)) return { type: 'application/json', content: JSON.stringify(body) };
  return { type: 'application/x-www-form-urlencoded', content: new URLSearchParams(body as Record<string, string>).toString() };
}

const ACCOUNTS: Readonly<Record<string, (fixture: Fixture) => Account>> = {
  [nameOf(claimPageEndpoint)]: ({ newcomer }) => newcomer,
  [nameOf(deleteAccountEndpoint)]: ({ leaver }) => leaver,
  [nameOf(endSignInsEndpoint)]: ({ signedIn }) => signedIn,
};

/** The headers that our own page would send: the visitor's cookie, or an account's token if a manager is required. */
export function ownHeaders({ caller, method, path }: Endpoint, fixture: Fixture): Record<string, string> {
  const account = ACCOUNTS[nameOf({ method, path })]?.(fixture) ?? fixture.manager;
  return {
    origin: ORIGIN,
    'sec-fetch-site': 'same-origin',
    cookie: fixture.visitor.cookie ?? '',
    ...(caller === 'manager' ? { authorization: `Bearer ${account.idToken}` } : {}),
  };
}

/** The address of a request with its parameters. An address cannot contain half characters. */
export function addressOf({ path }: Endpoint, { params = {}, query }: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((params[name] ?? '').toWellFormed()));
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}

/** Undoes a page claim, so its claimer can claim again, signed in. */
export async function unclaim(fixture: Fixture): Promise<void> {
  const { cloud, newcomer } = fixture;
  fixture.newcomer = await signInAgain(newcomer);
  const table = await cloud.tables();
  const slug = (await table.manager(newcomer.uid).get()).data()?.slug;
  if (slug === undefined) return;
  await Promise.all([table.manager(newcomer.uid).delete(), table.slug(slugSkeleton(slug)).delete()]);
}
