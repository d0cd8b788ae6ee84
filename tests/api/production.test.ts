import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newProfile } from '@foyer/domain/new-profile';
import { type Picture, uploadPictureEndpoint } from '@foyer/domain/picture';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { somePhoto } from '../support/picture-bytes.ts';
import { type PicturePerson, somePicturePerson } from '../support/picture-person.ts';
import { buildProduction, freePort, type Instance, startInstance } from '../support/production.ts';
import { Visitor } from '../support/visitor.ts';

let built: Awaited<ReturnType<typeof buildProduction>>;
let instance: Instance;
let port: number;

beforeAll(async () => {
  built = await buildProduction();
  port = await freePort();
  instance = await startInstance(built.functionsOut, { port });
});
afterAll(() => instance?.kill());

test('a function killed between two sends, and during one, loses nothing', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor((path, init) => fetch(instance.origin + path, init), instance.origin);
  const { body } = await visitor.start(slug, { text: 'Before' });
  const texts = ['Before'];
  for (let round = 0; round < 5; round++) {
    const id = nanoid();
    const text = `Message ${round}`;
    // Killed a little later each time: before, during and after the write.
    const cut = visitor.send(body.conversation.id, text, id).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, round * 4));
    await Promise.all([cut, instance.kill()]);
    instance = await startInstance(built.functionsOut, { port });
    expect((await visitor.send(body.conversation.id, text, id)).status).toBe(200);
    texts.push(text);
  }
  const table = await cloud.tables();
  const stored = await table.messages(managerId, body.conversation.id).orderBy('createdAt').get();
  expect(stored.docs.map((message) => message.data().text)).toEqual(texts);
  expect((await table.conversation(managerId, body.conversation.id).get()).data()).toMatchObject({
    messageCount: texts.length,
    unread: texts.length,
  });
});

test.each([
  ['broken JSON', '{"slug": ', 'application/json', 'malformed-json'],
  ['JSON of an unknown character set', '{}', 'application/json; charset=bogus', 'unsupported-content-type'],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 'unsupported-content-type'],
  ['broken JSON at an unknown address', '{"slug": ', 'application/json', 'not-found', '/elsewhere'],
])('the runtime leaves %s to our own parser', async (_, body, type, code, path = '/api/conversations') => {
  const answer = await fetch(instance.origin + path, {
    method: 'POST',
    body,
    headers: { 'content-type': type, origin: instance.origin },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code });
});

test('no file for browsers knows about emulators', async () => {
  const assets = join(built.webOut, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) expect(await readFile(join(assets, name), 'utf8')).not.toMatch(/emulators\.json|believes any address/);
});

test('the runtime leaves /robots.txt to us', async () => {
  const page = await startInstance(built.functionsOut, { target: 'page' });
  const answer = await fetch(`${page.origin}/robots.txt`);
  const text = await answer.text();
  await page.kill();
  expect(answer.status).toBe(200);
  expect(text).toContain(`Sitemap: ${page.origin}/sitemap.xml`);
});

test('pictures and previews run deployed without a secret; four photos take half the memory', async () => {
  const pictures = await startInstance(built.functionsOut, { target: 'pictures' });
  const cloud = openTestCloud();
  const [ada, ines] = await Promise.all([somePicturePerson(cloud), somePicturePerson(cloud)]);
  const photo = await somePhoto();
  const upload = async ({ idToken }: PicturePerson, index: number): Promise<Picture> => {
    const headers = { origin: pictures.origin, authorization: `Bearer ${idToken}` };
    // Trailing bytes make it a different file.
    const body = new Uint8Array(Buffer.concat([photo, Buffer.of(index)]));
    return (await (await fetch(pictures.origin + uploadPictureEndpoint.path, { method: 'POST', headers, body })).json()) as Picture;
  };
  try {
    const kept = await Promise.all([ada, ines, ada, ines].map(upload));
    expect(kept.map(({ width, height }) => [width, height])).toEqual(Array(4).fill([1600, 1200]));
    expect(await pictures.peakMemory()).toBeLessThan(1024);

    const page = (await cloud.tables()).manager(ada.managerId);
    const profile = { ...newProfile('Zoë Łukaszewicz'), portrait: kept[0] as Picture };
    const slug = `deployed-${process.pid}`;
    await page.update({ slug, profile });
    const preview = await fetch(pictures.origin + openGraphImagePath(slug, profile));
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await preview.arrayBuffer()).byteLength).toBeGreaterThan(30_000);
  } finally {
    await pictures.kill();
  }
}, 180_000);

test('deployed views need no secret and nothing else of the API', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const views = await startInstance(built.functionsOut, { target: 'views' });
  const post = (path: string, body: object) =>
    fetch(views.origin + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        origin: views.origin,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    });
  const counted = await post('/api/views', { slug, sections: ['links'] });
  const others = await Promise.all([post('/api/conversations', { slug, text: 'Hello' }), post('/api/forms/conversations', {})]);
  await views.kill();
  expect([counted.status, ...others.map(({ status }) => status)]).toEqual([204, 404, 404]);
  const [month] = (await (await cloud.firestore()).collection(`managers/${managerId}/statistics`).get()).docs;
  expect(Object.values(month?.get('days') as object)).toEqual([{ views: 1, sections: { links: 1 } }]);
});
