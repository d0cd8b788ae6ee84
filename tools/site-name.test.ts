import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAME_MAX } from '@foyer/domain/limits';
import { afterEach, describe, expect, test } from 'vitest';
import { drawAppIcons } from './app-icons.ts';
import { fromRoot } from './emulators/run-folder.ts';
import { FOYER, nameApp, siteNameIn } from './site-name.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-'));
  folders.push(folder);
  return folder;
}

/** All icons of a site. The same drawing gives the same bytes. */
async function iconsOf(siteName: string): Promise<string[]> {
  const folder = await someFolder();
  await drawAppIcons(folder, siteName);
  const files = await readdir(join(folder, 'images'));
  return Promise.all(files.sort().map((file) => readFile(join(folder, 'images', file), 'base64')));
}

describe('the name of a site', () => {
  test.each(['', '  ', undefined])('is Foyer without a parameter, or with an empty one', (typed) => {
    expect(siteNameIn({ SITE_NAME: typed })).toBe(FOYER);
  });

  test('is cleaned as a person’s name is, and refused with a sentence', () => {
    expect(siteNameIn({ SITE_NAME: ' Harbour House\u0002 ' })).toBe('Harbour House');
    expect(() => siteNameIn({ SITE_NAME: 'x'.repeat(NAME_MAX + 1) })).toThrow(/SITE_NAME is too long/);
  });

  test('is that of the installed dashboard', async () => {
    const folder = await someFolder();
    await copyFile(fromRoot('web/public/app.webmanifest'), join(folder, 'app.webmanifest'));
    const before = JSON.parse(await readFile(join(folder, 'app.webmanifest'), 'utf8'));
    nameApp(folder, 'Harbour "House"');
    const after = JSON.parse(await readFile(join(folder, 'app.webmanifest'), 'utf8'));
    expect(after).toEqual({ ...before, name: 'Harbour "House"', short_name: 'Harbour "House"' });
  });

  test('gives every icon its first letter, and a door for Foyer and letters that can’t be drawn', async () => {
    const door = await iconsOf(FOYER);
    const h = await iconsOf('Harbour');
    const f = await iconsOf('3 фойе');
    expect(new Set([...door, ...h, ...f]).size).toBe(15);
    expect(await iconsOf('harbour lights')).toEqual(h);
    expect(await iconsOf('日本')).toEqual(door);
  });
});
