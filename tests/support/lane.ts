import type { Endpoint } from '@foyer/domain/endpoint';
import { isForm } from '@foyer/domain/form';
import { claimPageEndpoint, deleteAccountEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import { slugSkeleton } from '@foyer/domain/slug';
import { createApp, endpoints } from '@foyer/functions/app';
import { forms } from '@foyer/functions/forms/routes';
import { nanoid } from 'nanoid';
import { type Account, signInAgain, someAccount } from './account.ts';
import { ORIGIN, type TestCloud } from './cloud.ts';
import { newCode, Visitor } from './visitor.ts';

/** What a request to an endpoint consists of. */
export interface Input {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}

/** A manager with a page, a visitor with a conversation there, and somebody who could claim a page: all that any endpoint needs. */
export interface Lane {
  cloud: TestCloud;
  manager: Account;
  slug: string;
  visitor: Visitor;
  conversationId: string;
  newcomer: Account;
  newSlug: string;
  /** Someone who can delete their account, once. */
  leaver: Account;
}

/** `POST /api/sessions` */
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;

/** The contract of that name. */
export function contractOf(name: string): Endpoint {
  const contract = [...endpoints, ...forms].find((candidate) => nameOf(candidate) === name);
  if (!contract) throw new Error(`There is no ${name}.`);
  return contract;
}

let lanes = 0;

export async function someLane(cloud: TestCloud): Promise<Lane> {
  const visitor = new Visitor(createApp(cloud).request);
  const [manager, newcomer, leaver] = await Promise.all([someAccount(), someAccount(), someAccount()]);
  const slug = `lane-${process.pid}-${++lanes}`;
  const claimed = await visitor.raw(claimPageEndpoint.path, {
    method: 'PUT',
    body: JSON.stringify({ slug, name: 'Ada Moreau' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${manager.idToken}` },
  });
  const started = await visitor.start(slug, { name: 'Mina' });
  if (claimed.status !== 200 || started.status !== 200) throw new Error(`No lane: ${claimed.status}, ${started.status}`);
  return {
    cloud,
    manager: await signInAgain(manager),
    slug,
    visitor,
    conversationId: started.body.conversation.id,
    newcomer,
    newSlug: `new-${slug}`,
    leaver,
  };
}

/** For every endpoint a request that would be done. An endpoint that is not here has none of the tests that go through all of them. */
const VALID: Readonly<Record<string, (lane: Lane) => Input>> = {
  'POST /api/conversations': ({ slug }) => ({ body: { slug, code: newCode(), messageId: nanoid(), text: 'Good morning' } }),
  'GET /api/conversations': ({ slug }) => ({ query: { slug } }),
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
  'GET /api/conversations/{conversationId}/export': ({ conversationId }) => ({ params: { conversationId }, query: { format: 'json' } }),
  'DELETE /api/conversations/{conversationId}': ({ conversationId }) => ({ params: { conversationId } }),
  'PUT /api/conversations/{conversationId}/report': ({ conversationId }) => ({ params: { conversationId }, body: { reason: 'spam' } }),
  'POST /api/sessions': ({ slug }) => ({ body: { slug, code: newCode() } }),
  'DELETE /api/sessions/current': ({ slug }) => ({ query: { slug } }),
  'GET /api/slugs/{slug}': ({ slug }) => ({ params: { slug } }),
  'PUT /api/managers/me': ({ newSlug }) => ({ body: { slug: newSlug, name: 'Ada Moreau' } }),
  'DELETE /api/managers/me': () => ({}),
  'POST /api/sign-ups': ({ newcomer }) => ({ body: { email: newcomer.email } }),
  'PUT /api/managers/me/slug': ({ slug }) => ({ body: { slug } }),
  'PATCH /api/managers/me/profile': () => ({ body: { revision: 0, changes: {} } }),
  'PUT /api/managers/me/draft': () => ({ body: { revision: 0, profile: newProfile('Ada Moreau', 'Half a headl') } }),
  'DELETE /api/managers/me/draft': () => ({ query: { revision: '1' } }),
  // There is no such link: to have one looked at would ask the world outside.
  'PUT /api/managers/me/verified-links': () => ({ body: { url: 'https://social.example/@ada' } }),
  'DELETE /api/managers/me/session': () => ({}),
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
  'POST /api/forms/erasures': ({ slug, conversationId }) => ({ query: { slug }, body: { conversationId, isSure: 'yes' } }),
};

/** A right request to an endpoint. Throws for one that these tests do not know: give it a line in `VALID`. */
export function validInput(name: string, lane: Lane): Input {
  const make = VALID[name];
  if (!make) throw new Error(`tests/support/lane.ts knows no valid request for ${name}`);
  return make(lane);
}

/** A request's body as its endpoint reads it, with its content type. */
export function spelled(contract: Endpoint, body: Record<string, unknown> = {}): { type: string; content: string } {
  if (!isForm(contract)) return { type: 'application/json', content: JSON.stringify(body) };
  return { type: 'application/x-www-form-urlencoded', content: new URLSearchParams(body as Record<string, string>).toString() };
}

const ACCOUNTS: Readonly<Record<string, (lane: Lane) => Account>> = {
  [nameOf(claimPageEndpoint)]: ({ newcomer }) => newcomer,
  [nameOf(deleteAccountEndpoint)]: ({ leaver }) => leaver,
};

/** Everything that a page of ours would send along: the visitor's cookie, or an account's token where a manager is asked for. */
export function ownHeaders({ caller, method, path }: Endpoint, lane: Lane): Record<string, string> {
  const account = ACCOUNTS[nameOf({ method, path })]?.(lane) ?? lane.manager;
  return {
    origin: ORIGIN,
    'sec-fetch-site': 'same-origin',
    cookie: lane.visitor.cookie ?? '',
    ...(caller === 'manager' ? { authorization: `Bearer ${account.idToken}` } : {}),
  };
}

/** The address of a request, its parameters filled in. Half characters cannot stand in an address. */
export function addressOf({ path }: Endpoint, { params = {}, query }: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((params[name] ?? '').toWellFormed()));
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}

/** Takes a claimed page back, so that its claimer is a newcomer again, and signed in. */
export async function unclaim(lane: Lane): Promise<void> {
  const { cloud, newcomer } = lane;
  lane.newcomer = await signInAgain(newcomer);
  const table = await cloud.tables();
  const slug = (await table.manager(newcomer.uid).get()).data()?.slug;
  if (slug === undefined) return;
  await Promise.all([table.manager(newcomer.uid).delete(), table.slug(slugSkeleton(slug)).delete()]);
}
