import { changeProfileEndpoint, discardDraftEndpoint, type ProfileChanges, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import { FAULTS } from '@foyer/domain/fault';
import { claimPageEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import type { Draft, Profile } from '@foyer/domain/profile';
import { createApp } from '@foyer/functions/app';
import { describe, expect, test } from 'vitest';
import { signInAgain, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { managerBrowser } from '../support/manager-browser.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
let count = 0;

async function someEditor() {
  const account = await someAccount();
  const browser = managerBrowser(app.request, account);
  const slug = `editor-${process.pid}-${++count}`;
  expect((await browser.call(claimPageEndpoint, { body: { slug, name: 'Ada Moreau' } })).status).toBe(200);
  // The claim ended that sign-in.
  Object.assign(account, await signInAgain(account));
  const table = await cloud.tables();
  return {
    managerId: account.uid,
    change: (revision: number, changes: ProfileChanges, draft?: number) =>
      browser.call(changeProfileEndpoint, { body: { revision, changes, ...(draft === undefined ? {} : { draft }) } }),
    save: (revision: number, profile: Draft) => browser.call(saveDraftEndpoint, { body: { revision, profile } }),
    discard: (revision: number) => browser.call(discardDraftEndpoint, { query: { revision } }),
    raw: (path: string, method: string, body: unknown) =>
      browser.raw<object>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    page: async () => (await table.manager(account.uid).get()).data(),
    draft: async () => (await table.draft(account.uid).get()).data(),
  };
}

const { version: _, ...FULL } = fullProfile('atelier');

describe('a manager who changes the page', () => {
  test('replaces every named field completely, and keeps the others', async () => {
    const editor = await someEditor();
    expect((await editor.change(0, { headline: 'Essays', location: 'Marseille' })).body).toMatchObject({ revision: 1 });
    expect((await editor.change(1, { location: null })).body).toMatchObject({ revision: 2 });
    const page = await editor.page();
    expect(page?.profile).toEqual(newProfile('Ada Moreau', 'Essays'));
    expect(page?.revision).toBe(2);
  });

  test('can use everything that a page supports, and gets it back as stored', async () => {
    const editor = await someEditor();
    const { status, body } = await editor.change(0, FULL);
    expect(status).toBe(200);
    expect(body.profile).toEqual(fullProfile('atelier'));
    expect((await editor.page())?.profile).toEqual(fullProfile('atelier'));
  });

  test('is under every limit with the largest allowed profile', async () => {
    const editor = await someEditor();
    const items = <T>(length: number, make: (id: string) => T) => Array.from({ length }, (_, index) => make(`i${index}`));
    const wide = (length: number) => '語'.repeat(length);
    const { status } = await editor.change(0, {
      sections: [
        {
          kind: 'projects',
          items: items(60, (id) => ({
            id,
            title: wide(80),
            text: wide(600),
            year: wide(12),
            link: `https://example.com/${'x'.repeat(470)}`,
          })),
        },
        { kind: 'services', items: items(24, (id) => ({ id, title: wide(80), text: wide(600), price: wide(40) })) },
        { kind: 'about', text: wide(4000) },
        { kind: 'experience', items: items(30, (id) => ({ id, role: wide(80), place: wide(80), period: wide(40), text: wide(600) })) },
        { kind: 'skills', items: items(40, (id) => ({ id, name: wide(40) })) },
        { kind: 'testimonials', items: items(20, (id) => ({ id, text: wide(600), name: wide(60), role: wide(80) })) },
        { kind: 'faq', items: items(20, (id) => ({ id, question: wide(140), answer: wide(800) })) },
        { kind: 'links', items: items(24, (id) => ({ id, label: wide(60), url: `https://example.com/${'y'.repeat(470)}` })) },
      ],
    });
    expect(status).toBe(200);
  });

  test('changes it in one of two simultaneous windows, and the other gets an error', async () => {
    const editor = await someEditor();
    const replies = await Promise.all([editor.change(0, { headline: 'One' }), editor.change(0, { headline: 'Two' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('changed-elsewhere');
    const winner = replies[0]?.status === 200 ? 'One' : 'Two';
    expect((await editor.page())?.profile.headline).toBe(winner);
  });

  test('can repeat it when the answer was lost', async () => {
    const editor = await someEditor();
    await editor.change(0, { headline: 'Essays' });
    expect((await editor.change(0, { headline: 'Essays' })).body).toMatchObject({ revision: 1 });
    expect((await editor.change(0, { headline: 'Other' })).body.code).toBe('changed-elsewhere');
  });

  test("is not disturbed by the server's writes next to it", async () => {
    const editor = await someEditor();
    await (await cloud.tables()).manager(editor.managerId).update({ updatedAt: new Date() as never });
    expect((await editor.change(0, { headline: 'Essays' })).status).toBe(200);
  });

  test('must choose an address first if there is no page', async () => {
    const browser = managerBrowser(app.request, await someAccount());
    expect((await browser.call(changeProfileEndpoint, { body: { revision: 0, changes: {} } })).body.code).toBe('no-page');
    expect((await browser.call(saveDraftEndpoint, { body: { revision: 0, profile: newProfile('Ada') } })).body.code).toBe('no-page');
  });

  test('keeps all of a profile of the first shape', async () => {
    const editor = await someEditor();
    const first = {
      version: 1,
      name: 'Ada Moreau',
      headline: 'Essays',
      about: 'Born in Arles.',
      works: [{ title: 'Nine Rooms', text: 'My first book.', year: '2017' }],
      services: [{ title: 'Book design', text: 'Few books.' }],
      links: [{ label: 'Essays', url: 'https://essays.example.org' }],
      theme: { preset: 'atelier', accent: '#2c3fae' },
    };
    await (await cloud.tables()).manager(editor.managerId).update({ profile: first as never });
    const { body } = await editor.change(0, { location: 'Marseille' });
    expect(body.profile).toMatchObject({
      version: 3,
      location: 'Marseille',
      sections: [
        { kind: 'projects', items: [{ id: 'work-1', title: 'Nine Rooms', text: 'My first book.', year: '2017' }] },
        { kind: 'services', items: [{ id: 'service-1', title: 'Book design', text: 'Few books.' }] },
        { kind: 'about', text: 'Born in Arles.' },
        { kind: 'links', items: [{ id: 'link-1', label: 'Essays', url: 'https://essays.example.org' }] },
      ],
      theme: { preset: 'atelier', accent: '#2c3fae', mode: 'auto', fonts: 'none' },
    });
    expect((await editor.page())?.profile).toEqual(body.profile);
  });
});

describe('office hours', () => {
  test.each([
    ['always', 'always' as const],
    [
      'nights and two intervals a day',
      [
        { day: 1, from: '09:00', to: '12:00' },
        { day: 1, from: '14:00', to: '18:00' },
        { day: 5, from: '21:00', to: '02:00' },
      ],
    ],
    ['a whole day', [{ day: 6, from: '00:00', to: '00:00' }]],
  ])('can be %s', async (_, hours) => {
    const editor = await someEditor();
    expect((await editor.change(0, { hours })).status).toBe(200);
    expect((await editor.page())?.profile.hours).toEqual(hours);
    expect((await editor.change(1, { hours: null })).body.profile).not.toHaveProperty('hours');
  });

  test('of yesterday’s profile and draft read as they were, and write the newest version', async () => {
    const editor = await someEditor();
    const table = await cloud.tables();
    const hours = [{ day: 1, from: '09:00', to: '17:00' }];
    const second = { ...fullProfile('atelier'), version: 2, hours };
    await table.manager(editor.managerId).update({ profile: second as never });
    await table
      .draft(editor.managerId)
      .set({ profile: { ...second, headline: 'Half' } as never, revision: 4, updatedAt: new Date() as never });
    expect((await editor.page())?.profile).toEqual({ ...second, version: 3 });
    expect((await editor.draft())?.profile).toEqual({ ...second, version: 3, headline: 'Half' });
    const draft = { revision: 4, profile: { ...second, headline: 'Half' } };
    expect((await editor.raw('/api/managers/me/draft', 'PUT', draft)).body).toMatchObject({ revision: 4 });
    const typed = { revision: 4, profile: { ...second, headline: 'Half a' } };
    expect((await editor.raw('/api/managers/me/draft', 'PUT', typed)).body).toMatchObject({ revision: 5 });
    expect((await editor.draft())?.profile).toMatchObject({ version: 3, headline: 'Half a' });
    const { body } = await editor.change(0, { headline: 'Essays' }, 5);
    expect(body).toMatchObject({ revision: 1, draft: 6, profile: { version: 3, hours, headline: 'Essays' } });
  });
});

describe('what cannot be on a page', () => {
  const links = (url: string) => ({ sections: [{ kind: 'links', items: [{ id: 'l', label: 'Here', url }] }] });
  const about = (text: string) => ({ sections: [{ kind: 'about', text }] });
  test.each<[string, object, string]>([
    ['a link that runs a script', links('javascript:alert(1)'), 'changes.sections.0.items.0.url'],
    ['a link that contains a document', links('data:text/html,<script>alert(1)</script>'), 'changes.sections.0.items.0.url'],
    ['a link without encryption', links('http://example.com'), 'changes.sections.0.items.0.url'],
    ['a name of directions only', { name: '\u202e\u202d' }, 'changes.name'],
    ['a name of two lines', { name: 'Ada\nMoreau' }, 'changes.name'],
    ['no name', { name: null }, 'changes.name'],
    ['a text that is too long', about('x'.repeat(4001)), 'changes.sections.0.text'],
    ['a text of too many lines', about('x\n'.repeat(300)), 'changes.sections.0.text'],
    ['a section twice', { sections: [about('x').sections[0], about('y').sections[0]] }, 'changes.sections'],
    ['a section that there is not', { sections: [{ kind: 'script', text: 'x' }] }, 'changes.sections.0.kind'],
    [
      'too many projects',
      { sections: [{ kind: 'projects', items: Array.from({ length: 61 }, (_, i) => ({ id: `${i}`, title: 'x' })) }] },
      'changes.sections.0.items',
    ],
    [
      'two projects of one id',
      {
        sections: [
          {
            kind: 'projects',
            items: [
              { id: 'a', title: 'x' },
              { id: 'a', title: 'y' },
            ],
          },
        ],
      },
      'changes.sections.0.items',
    ],
    ['a colour that is none', { theme: { ...FULL.theme, accent: 'red;}' } }, 'changes.theme.accent'],
    ['a preset that there is not', { theme: { ...FULL.theme, preset: '../../etc' } }, 'changes.theme.preset'],
    [
      'a picture of another site',
      { portrait: { src: 'https://evil.example/x.png', width: 1, height: 1, alt: '' } },
      'changes.portrait.src',
    ],
    [
      'a picture with a style for a placeholder',
      { portrait: { ...FULL.portrait, blur: 'data:image/webp;base64,AAAA)}body{display:none' } },
      'changes.portrait.blur',
    ],
    ['a language that there is not', { language: 'en-12' }, 'changes.language'],
    ['a time zone that there is not', { timeZone: 'Europe/Atlantis' }, 'changes.timeZone'],
    ['hours that end when they begin', { hours: [{ day: 1, from: '17:00', to: '17:00' }] }, 'changes.hours.0.to'],
    [
      'hours that overlap',
      {
        hours: [
          { day: 7, from: '21:00', to: '02:00' },
          { day: 1, from: '01:00', to: '09:00' },
        ],
      },
      'changes.hours.0.from',
    ],
    ['another site with a path', { reach: { ...FULL.reach, embedOrigins: ['https://example.org/page'] } }, 'changes.reach.embedOrigins.0'],
    ['every site', { reach: { ...FULL.reach, embedOrigins: ['*'] } }, 'changes.reach.embedOrigins.0'],
    ['a field that there is not', { isAdmin: true }, 'changes'],
    ['another version', { version: 4 }, 'changes'],
  ])('%s is refused at its field, and nothing else is stored', async (_, changes, path) => {
    const editor = await someEditor();
    const before = await editor.page();
    const { status, body } = await editor.raw('/api/managers/me/profile', 'PATCH', {
      revision: 0,
      changes: { headline: 'Good', ...changes },
    });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors?.map((error) => error.path)).toContain(path);
    expect(body.errors?.every(({ code, message }) => code in FAULTS && message.length > 0)).toBe(true);
    expect(await editor.page()).toEqual(before);
  });
});

describe('a draft', () => {
  const half = (headline: string): Draft => ({
    ...newProfile('', headline),
    sections: [{ kind: 'links', items: [{ id: 'l', label: '', url: 'htt' }] }],
  });

  test('keeps half-typed text, and shows it to no one', async () => {
    const editor = await someEditor();
    expect((await editor.save(0, half('Ess'))).body).toMatchObject({ revision: 1 });
    expect((await editor.save(1, half('Essa'))).body).toMatchObject({ revision: 2 });
    expect((await editor.draft())?.profile).toEqual(half('Essa'));
    expect((await editor.page())?.profile).toEqual(newProfile('Ada Moreau'));
  });

  test('of two windows is never overwritten silently, even after it was published', async () => {
    const editor = await someEditor();
    await editor.save(0, half('One'));
    expect((await editor.save(0, half('Two'))).body.code).toBe('changed-elsewhere');
    const published = await editor.change(0, { headline: 'One' }, 1);
    expect(published.body).toMatchObject({ revision: 1, draft: 2 });
    expect((await editor.draft())?.profile).toBeNull();
    expect((await editor.save(1, half('Two'))).body.code).toBe('changed-elsewhere');
    expect((await editor.save(2, half('Three'))).body).toMatchObject({ revision: 3 });
  });

  test('that another window wrote is not published along with it', async () => {
    const editor = await someEditor();
    await editor.save(0, half('One'));
    await editor.save(1, half('Two'));
    expect((await editor.change(0, { headline: 'One' }, 1)).body.code).toBe('changed-elsewhere');
    expect((await editor.draft())?.profile).toEqual(half('Two'));
  });

  test('saved again because its answer was lost is saved once', async () => {
    const editor = await someEditor();
    await editor.save(0, half('One'));
    expect((await editor.save(0, half('One'))).body).toMatchObject({ revision: 1 });
  });

  test('saved simultaneously by twenty windows is one of them', async () => {
    const editor = await someEditor();
    const replies = await Promise.all(Array.from({ length: 20 }, (_, index) => editor.save(0, half(`Window ${index}`))));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.code === 'changed-elsewhere')).toHaveLength(19);
  });

  test('that is discarded is gone, and the page stays the same', async () => {
    const editor = await someEditor();
    await editor.save(0, half('One'));
    expect((await editor.discard(0)).body.code).toBe('changed-elsewhere');
    expect((await editor.discard(1)).body).toMatchObject({ revision: 2 });
    expect((await editor.draft())?.profile).toBeNull();
  });

  test('has the limits of a page', async () => {
    const editor = await someEditor();
    const { status } = await editor.raw('/api/managers/me/draft', 'PUT', {
      revision: 0,
      profile: { ...half(''), headline: 'x'.repeat(141) },
    });
    expect(status).toBe(400);
  });
});

test('a change costs two reads and two writes (page and directory), a draft one of each', async () => {
  const editor = await someEditor();
  await editor.save(0, newProfile('Ada'));
  cloud.operations.reset();
  await editor.save(1, newProfile('Ada', 'x'));
  expect([cloud.operations.reads, cloud.operations.writes]).toEqual([1, 1]);
  cloud.operations.reset();
  const profile: Profile = newProfile('Ada', 'x');
  await editor.change(0, { headline: profile.headline });
  expect([cloud.operations.reads, cloud.operations.writes]).toEqual([2, 2]);
});
