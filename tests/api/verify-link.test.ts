import { verifyLinkEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { createApp } from '@foyer/functions/app';
import { movePage } from '@foyer/functions/managers/move-page';
import { stillVerified, verifyLink } from '@foyer/functions/managers/verify-link';
import type { Outside } from '@foyer/functions/outside/fetch-page';
import { describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { ORIGIN, openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';

const SOCIAL = 'https://social.example/@ada';
const BLOG = 'https://blog.example/';

const linking = (...urls: string[]): Profile => ({
  ...newProfile('Ada'),
  sections: [{ kind: 'links', items: urls.map((url, index) => ({ id: `l${index}`, label: 'Elsewhere', url })) }],
});

/** Pages by address, each its markup or its redirect. A missing page is an unreachable host. */
function worldOf(pages: Record<string, string | { location: string }>): Outside {
  return {
    resolve: async () => ['93.184.216.34'],
    ask: async (url) => {
      const html = pages[url.href];
      if (html === undefined) throw new Error('nobody answers');
      if (typeof html !== 'string') return { status: 301, headers: html, body: (async function* () {})() };
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: (async function* () {
          yield Buffer.from(html);
        })(),
      };
    },
  };
}

const linkTo = (slug: string) => `<a rel="me" href="${ORIGIN}/${slug}">my page</a>`;

async function verifiedOf(cloud: TestCloud, managerId: string): Promise<string[] | undefined> {
  return (await (await cloud.tables()).manager(managerId).get()).data()?.verifiedLinks;
}

describe('a manager who verifies a link', () => {
  test('gets it verified if the other page links back, in addition to earlier ones', async () => {
    const pages: Record<string, string> = {};
    const cloud = openTestCloud({ outside: async () => worldOf(pages) });
    const { managerId, slug } = await someManager(cloud, linking(SOCIAL, BLOG));
    pages[SOCIAL] = linkTo(slug);
    pages[BLOG] = `<link rel="me" href="${ORIGIN}/${slug}/">`;
    expect(await verifyLink(cloud, managerId, SOCIAL)).toEqual({ verifiedLinks: [SOCIAL] });
    expect(await verifyLink(cloud, managerId, BLOG)).toEqual({ verifiedLinks: [SOCIAL, BLOG] });
    expect(await verifyLink(cloud, managerId, BLOG)).toEqual({ verifiedLinks: [SOCIAL, BLOG] });
  });

  test('gets it for a former address of theirs, and not for someone else’s', async () => {
    const pages: Record<string, string> = {};
    const cloud = openTestCloud({ outside: async () => worldOf(pages) });
    const [ada, bo] = [await someManager(cloud, linking(SOCIAL)), await someManager(cloud, linking(SOCIAL))];
    pages[SOCIAL] = linkTo(ada.slug);
    await movePage(cloud, ada.managerId, `${ada.slug}-x`.slice(-29));
    expect((await verifyLink(cloud, ada.managerId, SOCIAL)).verifiedLinks).toEqual([SOCIAL]);
    await expect(verifyLink(cloud, bo.managerId, SOCIAL)).rejects.toThrow('link-one-way');
  });

  test('loses it if the page no longer links back, and keeps it if that page is unreachable', async () => {
    const pages: Record<string, string> = {};
    const cloud = openTestCloud({ outside: async () => worldOf(pages) });
    const { managerId, slug } = await someManager(cloud, linking(SOCIAL));
    pages[SOCIAL] = linkTo(slug);
    await verifyLink(cloud, managerId, SOCIAL);
    delete pages[SOCIAL];
    await expect(verifyLink(cloud, managerId, SOCIAL)).rejects.toThrow('link-unreachable');
    expect(await verifiedOf(cloud, managerId)).toEqual([SOCIAL]);
    pages[SOCIAL] = '<p>moved on</p>';
    await expect(verifyLink(cloud, managerId, SOCIAL)).rejects.toThrow('link-one-way');
    expect(await verifiedOf(cloud, managerId)).toEqual([]);
  });

  test('gets none for a host that redirects to another one, even if that page links back', async () => {
    const pages: Record<string, string | { location: string }> = {};
    const cloud = openTestCloud({ outside: async () => worldOf(pages) });
    const { managerId, slug } = await someManager(cloud, linking(SOCIAL, BLOG));
    pages[SOCIAL] = { location: BLOG };
    pages[BLOG] = linkTo(slug);
    await expect(verifyLink(cloud, managerId, SOCIAL)).rejects.toThrow('link-elsewhere');
    expect(await verifiedOf(cloud, managerId)).toEqual([]);
    pages[SOCIAL] = { location: 'https://www.social.example/ada' };
    pages['https://www.social.example/ada'] = linkTo(slug);
    expect(await verifyLink(cloud, managerId, SOCIAL)).toEqual({ verifiedLinks: [SOCIAL] });
    pages[SOCIAL] = { location: BLOG };
    await expect(verifyLink(cloud, managerId, SOCIAL)).rejects.toThrow('link-elsewhere');
    expect(await verifiedOf(cloud, managerId)).toEqual([]);
  });

  test('can check only links on their page, and gets none for one removed in between', async () => {
    let publish: () => Promise<unknown> = async () => null;
    const pages: Record<string, string> = {};
    const world = worldOf(pages);
    const cloud = openTestCloud({
      outside: async () => ({
        ...world,
        ask: async (...asked) => {
          await publish();
          return world.ask(...asked);
        },
      }),
    });
    const { managerId, slug } = await someManager(cloud, linking(SOCIAL));
    pages[SOCIAL] = linkTo(slug);
    await expect(verifyLink(cloud, managerId, 'https://internal.example/')).rejects.toThrow('link-unknown');
    const document = (await cloud.tables()).manager(managerId);
    publish = () => document.update({ profile: linking(BLOG) });
    expect(await verifyLink(cloud, managerId, SOCIAL)).toEqual({ verifiedLinks: [] });
  });

  test('gets the reason in a sentence, and must wait after five in a row', async () => {
    const { uid, idToken } = await someAccount();
    const cloud = openTestCloud({ outside: async () => worldOf({ [SOCIAL]: '' }) });
    const app = createApp(cloud);
    const browser = new Visitor((path, init) =>
      app.request(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${idToken}` } }),
    );
    const verify = (url: string) => browser.call(verifyLinkEndpoint, { body: { url } });
    expect((await verify(SOCIAL)).body.code).toBe('no-page');
    const at = (await import('@google-cloud/firestore')).Timestamp.now();
    const profile = linking(SOCIAL, BLOG, 'mailto:ada@example.com');
    await (await cloud.tables()).manager(uid).set({ slug: `teller-${process.pid}`, profile, createdAt: at, updatedAt: at });
    const answers = [
      await verify(SOCIAL),
      await verify(BLOG),
      await verify('mailto:ada@example.com'),
      await verify('x'),
      await verify(SOCIAL),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'link-one-way'],
      [422, 'link-unreachable'],
      [422, 'link-forbidden'],
      [404, 'link-unknown'],
      [429, 'too-fast'],
    ]);
    for (const { body } of answers) expect(body.title).toMatch(/\.$/);
  });
});

test('verified links that a profile no longer has are dropped', () => {
  expect(stillVerified(linking(BLOG), [SOCIAL, BLOG])).toEqual([BLOG]);
  expect(stillVerified(newProfile('Ada'))).toEqual([]);
});
