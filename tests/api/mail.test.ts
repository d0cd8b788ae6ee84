import { askForMailEndpoint, mailAlertsEndpoint, mailWayBackEndpoint, stopMailEndpoint } from '@foyer/domain/mail';
import { newProfile } from '@foyer/domain/new-profile';
import { formatResumeCode } from '@foyer/domain/written-code';
import { createApp } from '@foyer/functions/app';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { CANARY, everyMail, linksIn, type MailServer, openMailCloud, someMailServer } from '../support/mail.ts';
import { everyDocument } from '../support/stored.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const HOUR_MS = 3600_000;
/** Neither name may reach an unconfirmed address. */
const MANAGER = `Ada ${CANARY}`;

let server: MailServer;
let people = 0;
const confirmed = new Set<string>();

beforeAll(async () => {
  server = await someMailServer();
});

// The site's limit is for all tests, and some of them are ahead of others.
beforeEach(async () => {
  await (await openTestCloud().tables()).mailTat('mail-site').delete();
});

async function someVisitor({ address = `visitor-${process.pid}-${++people}@example.org`, ip = undefined as string | undefined } = {}) {
  const { cloud, post } = openMailCloud(server);
  const { slug, managerId } = await someManager(cloud, newProfile(MANAGER));
  const app = createApp(cloud);
  const visitor = new Visitor(app.request, undefined, ip);
  const code = newCode();
  const { body } = await visitor.start(slug, { code, text: `Hello ${CANARY}`, name: `Mina ${CANARY}` });
  const { id: conversationId } = body.conversation;
  const params = { conversationId };
  const stranger = new Visitor(app.request);
  const table = await cloud.tables();
  return {
    cloud,
    post,
    slug,
    managerId,
    conversationId,
    code,
    address,
    visitor,
    stranger,
    table,
    reach: () => table.reach(managerId, conversationId).get(),
    request: () => table.mailRequest(conversationId).get(),
    ask: (typed = address) => visitor.call(askForMailEndpoint, { params, body: { address: typed } }),
    see: () => visitor.call(mailAlertsEndpoint, { params }),
    stop: () => visitor.call(stopMailEndpoint, { params }),
    wayBack: (sent: string = code) => visitor.call(mailWayBackEndpoint, { params, body: { code: sent } }),
    confirmLink: () => linksIn(server.to(address).at(-1) ?? { text: '' })[0] ?? '',
    async confirm() {
      confirmed.add(address);
      return stranger.submit(this.confirmLink(), {});
    },
  };
}

describe('asking for mail', () => {
  test('sends one confirmation without a word that a person chose', async () => {
    const { ask, see, address } = await someVisitor();
    expect((await see()).body).toEqual({ isOffered: true, state: 'off', address: null });
    const asked = await ask();
    expect([asked.status, asked.body]).toEqual([200, { isOffered: true, state: 'unconfirmed', address: 'v…@example.org' }]);
    expect((await ask()).body.state).toBe('unconfirmed');
    const [mail, second] = server.to(address);
    expect(second).toBeUndefined();
    expect(mail?.subject).toBe('Confirm your address');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(mail?.headers).not.toHaveProperty('list-unsubscribe');
    expect(mail?.headers['message-id']).toMatch(/^<[0-9a-f]{40}@foyer\.test>$/);
    expect(mail?.headers['reply-to']).toMatch(/read/);
    expect(mail?.text).toContain('foyer.test');
  });

  test('stores the address only encrypted, and deletes it after a day without a confirmation', async () => {
    const { cloud, ask, address, request, see, stranger, confirmLink } = await someVisitor();
    await ask();
    expect(JSON.stringify(await everyDocument())).not.toContain(address);
    expect((await request()).exists).toBe(true);
    cloud.advance(24 * HOUR_MS + 1000);
    expect((await see()).body.state).toBe('off');
    expect((await stranger.submit(confirmLink(), {})).status).toBe(410);
    await purge(cloud);
    expect((await request()).exists).toBe(false);
  });

  test.each([
    'ada@example.org\r\nBcc: victim@example.org',
    'ada@example.org, victim@example.org',
    '"ada"@example.org',
    'ada@example.org>',
    'ada@exa mple.org',
    'ａｄａ@example.org',
    'ada\u202e@example.org',
    'Ada <ada@example.org>',
    'ada@[127.0.0.1]',
  ])('refuses %j, and sends nothing', async (typed) => {
    const { ask, request } = await someVisitor();
    const before = server.mails.length;
    expect((await ask(typed)).status).toBe(400);
    expect(server.mails).toHaveLength(before);
    expect((await request()).exists).toBe(false);
  });

  test('is offered nowhere on a site without mail, and says so', async () => {
    const { cloud, ask, see, wayBack } = await someVisitor();
    cloud.mail = async () => null;
    expect((await see()).body.isOffered).toBe(false);
    for (const { status, body } of [await ask(), await wayBack()]) expect([status, body.code]).toEqual([404, 'mail-off']);
  });

  test('needs the conversation’s cookie', async () => {
    const { stranger, conversationId, ask } = await someVisitor();
    const body = { address: 'someone@example.org' };
    const refused = await stranger.call(askForMailEndpoint, { params: { conversationId }, body });
    expect([refused.status, refused.body.code]).toEqual([401, 'session-ended']);
    expect((await ask()).status).toBe(200);
  });

  test('by someone the manager blocked sends nothing', async () => {
    const { ask, table, managerId, conversationId, cloud, address } = await someVisitor();
    await table.conversation(managerId, conversationId).update({ blockedAt: Timestamp.fromMillis(cloud.now()) });
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([403, 'blocked']);
    expect(server.to(address)).toEqual([]);
  });
});

describe('limits', () => {
  test('one address gets one confirmation an hour and three a day, from any network or spelling', async () => {
    const address = `victim-${process.pid}@gmail.com`;
    const spellings = [
      address,
      address.toUpperCase(),
      address.replace('@', '+x@'),
      address.replace('vic', 'v.i.c'),
      address.replace('gmail', 'googlemail'),
    ];
    let sent = 0;
    for (const hour of [0, 1, 2, 3, 12, 23]) {
      for (const spelling of spellings) {
        const someone = await someVisitor({ address: spelling });
        someone.cloud.advance(hour * HOUR_MS + hour * 1000);
        const { status, body } = await someone.ask();
        if (status === 200) sent++;
        else expect([status, body.code]).toEqual([429, 'too-many-mails']);
      }
    }
    expect(sent).toBe(3);
  });

  test('without a database no mail is sent', async () => {
    const { cloud, ask, address } = await someVisitor();
    const table = await cloud.tables();
    cloud.tables = async () => ({
      ...table,
      mailTat: () => {
        throw new Error('away');
      },
    });
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([503, 'busy']);
    expect(server.to(address)).toEqual([]);
  });
});

describe('a confirmation link', () => {
  const BOTS = [
    'Mozilla/5.0',
    'Googlebot',
    'Barracuda',
    'Mimecast',
    'proofpoint',
    'SafeLinks',
    'curl/8',
    'facebookexternalhit',
    'Slackbot',
    'Twitterbot',
    'WhatsApp',
    'bingbot',
  ];

  test('opened 12 times by programs changes nothing', async () => {
    const { ask, confirmLink, stranger, reach, request, address } = await someVisitor();
    await ask();
    const before = await request();
    for (const agent of BOTS) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await stranger.ask(confirmLink(), { method, headers: { 'user-agent': agent } });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
        expect(answer.headers.get('x-robots-tag')).toBe('noindex');
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      }
    }
    expect((await reach()).data()?.mail).toBeUndefined();
    expect((await request()).updateTime).toEqual(before.updateTime);
    expect(server.to(address)).toHaveLength(1);
  });

  test('confirms with its one button, from any browser, however often it is pressed', async () => {
    const someone = await someVisitor();
    await someone.ask();
    const page = await someone.stranger.ask(someone.confirmLink(), { method: 'GET' });
    expect(page.text.match(/<form/g)).toHaveLength(1);
    expect(page.text).toContain('content="strict-origin"');
    expect(page.text).toContain(MANAGER);
    for (let pressed = 0; pressed < 3; pressed++) expect((await someone.confirm()).status).toBe(200);
    expect((await someone.see()).body).toEqual({ isOffered: true, state: 'on', address: 'v…@example.org' });
    expect((await someone.request()).exists).toBe(false);
    expect((await someone.stranger.ask(someone.confirmLink(), { method: 'GET' })).text).toContain('You’ll get an email');
  });

  test('from another site’s page, changed, cut off or of another request confirms nothing', async () => {
    const { ask, confirmLink, stranger, reach } = await someVisitor();
    await ask();
    const link = confirmLink();
    const foreign = await stranger.ask(link, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    for (const wrong of [
      `${link}x`,
      link.slice(0, -4),
      link.replace('token=', 'token=A'),
      link.replace(/token=.*/, 'token=a.b'),
      link.replace(/token=.*/, 'token='),
    ])
      expect((await stranger.submit(wrong, {})).status, wrong).toBe(410);
    expect((await stranger.submit(link.replace('confirmations', 'stops'), {})).status).toBe(410);
    expect((await reach()).data()?.mail).toBeUndefined();
  });

  test('of a request that another address replaced confirms nothing', async () => {
    const { cloud, ask, address, confirmLink, stranger, reach } = await someVisitor();
    await ask();
    const first = confirmLink();
    cloud.advance(1000);
    await ask(`other-${address}`);
    expect((await stranger.submit(first, {})).status).toBe(410);
    expect((await reach()).data()?.mail).toBeUndefined();
  });

  test('of a deleted conversation confirms nothing and leaves nothing', async () => {
    const { ask, confirmLink, stranger, visitor, conversationId, reach, request } = await someVisitor();
    await ask();
    await visitor.delete(conversationId);
    expect((await request()).exists).toBe(false);
    expect((await stranger.submit(confirmLink(), {})).status).toBe(410);
    expect((await reach()).exists).toBe(false);
  });
});

describe('stopping', () => {
  test('in the conversation deletes the address, waiting or confirmed', async () => {
    const someone = await someVisitor();
    await someone.ask();
    expect((await someone.stop()).status).toBe(204);
    expect((await someone.request()).exists).toBe(false);
    expect((await someone.confirm()).status).toBe(410);
    someone.cloud.advance(HOUR_MS + 1000);
    await someone.ask();
    await someone.confirm();
    expect((await someone.stop()).status).toBe(204);
    expect((await someone.reach()).data()?.mail).toBeUndefined();
    expect((await someone.see()).body.state).toBe('off');
  });
});

describe('the way back', () => {
  test('is mailed to a confirmed address only, with the browser’s code, and not stored', async () => {
    const someone = await someVisitor();
    await someone.ask();
    expect((await someone.wayBack()).body.code).toBe('mail-unconfirmed');
    await someone.confirm();
    const wrong = await someone.wayBack(newCode());
    expect([wrong.status, wrong.body.code]).toEqual([404, 'unknown-code']);
    expect((await someone.wayBack()).status).toBe(204);
    const mail = server.to(someone.address).at(-1);
    expect(mail?.text).toContain(`https://foyer.test/${someone.slug}#resume=${formatResumeCode(someone.code)}`);
    expect(mail?.headers).not.toHaveProperty('list-unsubscribe');
    const stored = JSON.stringify(await everyDocument());
    expect(stored).not.toContain(someone.code);
    expect((await someone.wayBack()).body.code).toBe('too-many-mails');
  });

  test('that can’t be sent now is refused, and never sent later', async () => {
    const someone = await someVisitor();
    await someone.ask();
    await someone.confirm();
    const away = await someMailServer({ onMailFrom: (_, __, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })) });
    someone.cloud.mail = async () => away.mailer;
    const refused = await someone.wayBack();
    expect([refused.status, refused.body.code]).toEqual([503, 'mail-failed']);
  });
});

afterAll(() => {
  for (const { to, subject, text } of everyMail()) {
    if (subject === 'Confirm your address') expect(subject + text).not.toContain(CANARY);
    else for (const address of to) expect(confirmed, subject).toContain(address);
    expect(text).not.toContain(`Hello ${CANARY}`);
    expect(text).not.toContain(`Mina ${CANARY}`);
  }
});
