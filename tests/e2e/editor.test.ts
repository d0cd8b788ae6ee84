import { newProfile } from '@foyer/domain/new-profile';
import { keptAt } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { deepTest, onlyDeep } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { signIn } from './dashboard.ts';
import { field, goToEditor, openEditor, openTab, preview, publishButton, typeIntoOpened, untilSaved } from './editor-page.ts';
import { managerWithPage, publishProfile } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const headings = (page: Page) => preview(page).locator('h2').allTextContents();

describe('a manager', () => {
  test('sees typing in the preview, finds the draft after a reload, and publishes it', async () => {
    const ada = await managerWithPage();
    const page = await openEditor(ada);
    await field(page, 'Headline').fill('Letters, bound by hand');
    await preview(page).getByText('Letters, bound by hand').waitFor();
    await untilSaved(page);
    await page.reload();
    await expect.poll(() => field(page, 'Headline').inputValue()).toBe('Letters, bound by hand');
    const stored = await (await cloud.tables()).manager(ada.uid).get();
    expect(stored.data()?.profile.headline).toBe('Essayist and book designer');
    await publishButton(page).click();
    await page.getByText('Published', { exact: true }).waitFor();
    await (await visit(`/${ada.slug}`)).getByText('Letters, bound by hand').waitFor();
    expect(await publishButton(page).isDisabled()).toBe(true);
  });

  test('undoes typing by key, also across a save, and redoes it', async () => {
    const page = await openEditor(await managerWithPage());
    await field(page, 'Name').fill('Ada Byron');
    await untilSaved(page);
    await field(page, 'Location').fill('London');
    await preview(page).getByText('London').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, 'Location').inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, 'Name').inputValue()).toBe('Ada Moreau');
    await page.keyboard.press('Control+Shift+z');
    await preview(page).getByRole('heading', { name: 'Ada Byron' }).waitFor();
  });

  deepTest('is taken to the field that an undo changes, also from another tab', async () => {
    const page = await openEditor(await managerWithPage());
    await field(page, 'Location').fill('London');
    await openTab(page, 'Look');
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, 'Location').inputValue()).toBe('');
    await openTab(page, 'Visibility');
    const redo = page.getByRole('button', { name: 'Redo' });
    await redo.click();
    await expect.poll(() => field(page, 'Location').inputValue()).toBe('London');
    expect(await redo.isDisabled()).toBe(true);
  });

  test('adds, fills and reorders sections by key, with their positions announced', async () => {
    const ada = await managerWithPage();
    const page = await openEditor(ada);
    await openTab(page, 'Sections');
    await page.getByRole('button', { name: /^Selected work/ }).click();
    await typeIntoOpened(page, 'A book of letters');
    await preview(page).getByRole('heading', { name: 'A book of letters' }).waitFor();
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page.getByRole('button', { name: /^About/ }).click();
    await typeIntoOpened(page, 'I **print** at night.');
    await preview(page).locator('strong', { hasText: 'print' }).waitFor();
    await expect.poll(() => headings(page)).toEqual(['Selected work', 'About']);
    const up = page.getByRole('button', { name: 'Move About up' });
    await up.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => headings(page)).toEqual(['About', 'Selected work']);
    await page.getByText('About is now 1 of 2.').waitFor({ state: 'attached' });
    await expect.poll(() => up.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Hide Selected work' }).click();
    await expect.poll(() => headings(page)).toEqual(['About']);
    await page.getByRole('button', { name: 'Remove section About' }).click();
    await expect.poll(() => headings(page)).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => headings(page)).toEqual(['About']);
  });

  deepTest('adds a section by key and click where a press focuses the scroll container, as in Safari', async () => {
    const page = await openEditor(await managerWithPage());
    await openTab(page, 'Sections');
    await page.getByRole('button', { name: /^Selected work/ }).click();
    await page.getByRole('tabpanel').evaluate((panel) => {
      panel.addEventListener('mousedown', (event) => {
        event.preventDefault();
        panel.focus();
      });
    });
    await page.getByRole('button', { name: 'Add a section' }).press('Enter');
    await page.getByRole('button', { name: /^About/ }).click();
    await field(page, 'Text').waitFor();
  });

  deepTest('starts a section with its first item, and removes it only by a labelled button', async () => {
    const page = await openEditor(await managerWithPage());
    await openTab(page, 'Sections');
    for (const [kind, named] of [
      ['Questions', 'Question'],
      ['Testimonials', 'Quote'],
      ['Now', 'Text'],
    ] as const) {
      const more = page.getByRole('button', { name: 'Add a section' });
      if (await more.isVisible()) await more.click();
      await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
      await expect.poll(() => field(page, named).evaluate((element) => element === document.activeElement)).toBe(true);
    }
    const remove = page.getByRole('button', { name: 'Remove section' });
    expect(await remove.evaluate((button) => button.parentElement?.lastElementChild === button)).toBe(true);
    expect(await remove.textContent()).toContain('Remove section');
  });

  deepTest('clicks anything in the preview and gets to its field', async () => {
    const ada = await managerWithPage();
    await publishProfile(ada, fullProfile('letter'));
    const replyTime = { usually: 'hours', until: Timestamp.fromMillis(Date.now() + 600_000) } as const;
    await (await cloud.tables()).manager(ada.uid).update({ replyTime });
    const page = await openEditor(ada);
    const shown = preview(page);
    await shown.locator('.chapter-links').waitFor();
    const places = {
      '.portrait': 'portrait',
      '.hero h1': 'name',
      '.greeting': 'language',
      '.headline': 'headline',
      '.hero .prose p': 'intro',
      'address bdi >> nth=0': 'location',
      'address bdi >> nth=1': 'pronouns',
      '.status': 'status',
      '.reply-time': 'showsReplyTime',
      '.hours': 'hours.1.0.from',
      '.chapter-projects h2': 'projects.title',
      '.works h3 >> nth=2': 'projects.window.title',
      '.works .prose p >> nth=1': 'projects.stairs.text',
      '.works .fact >> nth=0': 'projects.quay.year',
      '.works img >> nth=1': 'projects.stairs.image',
      '.services h3 >> nth=1': 'services.portrait.title',
      '.services .prose p >> nth=0': 'services.day.text',
      '.services .price >> nth=2': 'services.prints.price',
      '.chapter-about strong': 'about.text',
      '.experience h3 >> nth=1': 'experience.e2.role',
      '.experience .place >> nth=0': 'experience.e1.place',
      '.experience .period >> nth=1': 'experience.e2.period',
      '.experience .prose p': 'experience.e1.text',
      '.skills li >> nth=3': 'skills.s3.name',
      '.gallery img >> nth=1': 'gallery.g2.image',
      '.gallery figcaption >> nth=1': 'gallery.g3.caption',
      'blockquote p >> nth=1': 'testimonials.t2.text',
      'figcaption .who >> nth=0': 'testimonials.t1.name',
      'figcaption .fact': 'testimonials.t1.role',
      'summary >> nth=1': 'faq.f2.question',
      '.faq details >> nth=1 >> strong': 'faq.f2.answer',
      '.now a': 'now.text',
      '.now time': 'now.updatedOn',
      '.links a >> nth=1': 'links.l2.label',
      '.links .fact >> nth=2': 'links.l3.url',
    };
    const found: Record<string, string | undefined> = {};
    for (const [place, path] of Object.entries(places)) {
      await shown.locator(place).first().click();
      const focused = () =>
        page.evaluate(() => {
          const { id } = document.activeElement ?? { id: '' };
          return id.startsWith('field-') ? id.slice(6) : document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field;
        });
      await expect
        .poll(focused, { timeout: 5000 })
        .toBe(path)
        .catch(() => {});
      found[place] = await focused();
    }
    expect(found).toEqual(places);
  });

  deepTest('drags a section to another place', async () => {
    const ada = await managerWithPage();
    await publishProfile(ada, fullProfile('atelier'));
    const page = await openEditor(ada);
    await openTab(page, 'Sections');
    const list = page.getByRole('list', { name: 'Sections' });
    const grips = list.locator('[title="Drag to move"]');
    const [from, to] = [await grips.nth(0).boundingBox(), await grips.nth(2).boundingBox()];
    if (!from || !to) throw new Error('there is nothing to drag');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + to.height, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await headings(page)).slice(0, 3)).toEqual(['Services', 'About', 'Selected work']);
  });

  test('adds a photo, which is converted, served in two formats and shown in link previews', async () => {
    const ada = await managerWithPage();
    const page = await openEditor(ada);
    const photo = await somePicture(1200, 1500).jpeg().toBuffer();
    await page.getByLabel('Add portrait').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo });
    const shown = preview(page).locator('img.portrait');
    await shown.waitFor();
    const { managerId, hash } = keptAt((await shown.getAttribute('src'))?.replace(/\/\d+\.webp$/, '') ?? '') ?? {};
    expect([managerId, hash]).toEqual([ada.uid, expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await untilSaved(page);
    await publishButton(page).click();
    await page.getByText('Published', { exact: true }).waitFor();
    const visitor = await visit(`/${ada.slug}?v=1`);
    const portrait = visitor.locator('img.portrait');
    await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(400);
    expect(await portrait.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/\.avif$/);
    const drawn = await visitor.locator('meta[property="og:image"]').getAttribute('content');
    const sent = await visitor.request.get(new URL(drawn ?? '').pathname);
    expect([sent.status(), sent.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    const kept = (await (await cloud.tables()).picture(ada.uid, hash ?? '').get()).data();
    expect(kept?.unusedSince).toBeNull();
  });

  deepTest('drops a picture of another shape, crops it by keys, and sees the upload’s progress', async () => {
    const page = await openEditor(await managerWithPage());
    const sent: { width: number; height: number; format: string }[] = [];
    await page.route('**/api/pictures', async (route) => {
      const { width, height, format } = await sharp(route.request().postDataBuffer() ?? Buffer.alloc(0)).metadata();
      sent.push({ width, height, format });
      await page.getByRole('button', { name: /^(Uploading \d+%|Processing…)$/ }).waitFor();
      await route.fulfill({ json: { src: '/examples/ada-moreau.svg', width: 800, height: 1000, alt: '' } });
    });
    const photo = (await somePicture(1600, 1000).jpeg().toBuffer()).toString('base64');
    const hand = (event: 'drop' | 'paste', type: string, name: string) =>
      page
        .locator('[data-field="portrait"] button')
        .first()
        .evaluate(
          (target, file) => {
            const bytes = Uint8Array.from(atob(file.photo), (letter) => letter.charCodeAt(0));
            const items = new DataTransfer();
            items.items.add(new File([bytes], file.name, { type: file.type }));
            const init = { bubbles: true, cancelable: true };
            const given =
              file.event === 'drop'
                ? new DragEvent('drop', { ...init, dataTransfer: items })
                : new ClipboardEvent('paste', { ...init, clipboardData: items });
            target.focus();
            target.dispatchEvent(given);
          },
          { event, type, name, photo },
        );
    await hand('drop', 'image/jpeg', 'me.jpg');
    const dialog = page.getByRole('dialog', { name: 'Crop image' });
    await dialog.waitFor();
    expect(await findings(page), 'crop').toEqual([]);
    const slider = dialog.getByRole('slider', { name: 'Left to right' });
    await slider.press('End');
    expect(await slider.inputValue()).toBe('1');
    await dialog.getByRole('slider', { name: 'Zoom' }).press('End');
    await dialog.getByRole('button', { name: 'Use image' }).click();
    await preview(page).locator('img.portrait').waitFor();
    expect(sent).toEqual([{ width: 240, height: 300, format: 'jpeg' }]);

    await hand('paste', 'image/jpeg', 'me.jpg');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(sent).toHaveLength(1);
    const heic = { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('no browser here reads this') };
    await page.getByLabel('Replace portrait').setInputFiles(heic);
    await page.getByText('Most Compatible').waitFor();
  });

  deepTest('follows arrow keys and pointer through tabs and crop when the interface is right to left', async () => {
    const page = await openEditor(await managerWithPage());
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const selected = page.getByRole('tab', { selected: true });
    await selected.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await selected.textContent()).toBe('Sections');
    await page.keyboard.press('ArrowRight');
    expect(await selected.textContent()).toBe('You');

    const buffer = await somePicture(1600, 1000).jpeg().toBuffer();
    await page.getByLabel('Add portrait').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
    const slider = page.getByRole('slider', { name: 'Left to right' });
    await slider.press('ArrowRight');
    expect(Number(await slider.inputValue())).toBeGreaterThan(0.5);
    await slider.press('End');
    const image = await page.getByRole('img', { name: 'The part that’s shown' }).boundingBox();
    if (!image) throw new Error('There is no image to drag.');
    await page.mouse.move(image.x + 20, image.y + 20);
    await page.mouse.down();
    await page.mouse.move(image.x + 60, image.y + 20);
    await page.mouse.up();
    expect(Number(await slider.inputValue())).toBeLessThan(1);
    expect(await findings(page)).toEqual([]);
  });

  test('is told why a file is no picture, and keeps the previous one', async () => {
    const page = await openEditor(await managerWithPage());
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await page.getByLabel('Add portrait').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: drawing });
    await page.getByText('We can’t use this file').waitFor();
    expect(await preview(page).locator('img').count()).toBe(0);
  });

  test('gets links completed on leaving the field, with an error if one can’t be published', async () => {
    const ada = await managerWithPage();
    const page = await openEditor(ada);
    await field(page, 'Headline').fill('Not yet');
    await openTab(page, 'Sections');
    await page.getByRole('button', { name: /^Links/ }).click();
    await page.getByRole('button', { name: 'Add a link' }).click();
    await typeIntoOpened(page, '@ada');
    await page.keyboard.press('Tab');
    await page.getByText('Enter a web address or an email address.').waitFor();
    expect(await field(page, 'Address').getAttribute('aria-invalid')).toBe('true');
    await field(page, 'Label').fill('Home');
    await untilSaved(page);
    expect(await preview(page).getByRole('link', { name: 'Home' }).count()).toBe(0);
    await openTab(page, 'You');
    await publishButton(page).click();
    await expect.poll(() => field(page, 'Address').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(page, 'Address').getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Not published: one field needs fixing.').waitFor();
    const stored = await (await cloud.tables()).manager(ada.uid).get();
    expect(stored.data()?.profile.headline).not.toBe('Not yet');
    await field(page, 'Address').fill('http://example.org');
    await field(page, 'Address').press('Tab');
    expect(await field(page, 'Address').inputValue()).toBe('https://example.org/');
    expect(await field(page, 'Label').inputValue()).toBe('Home');
    await page.getByRole('button', { name: 'Add a link' }).click();
    await typeIntoOpened(page, 'Instagram.com/ada');
    await page.keyboard.press('Tab');
    expect(await field(page, 'Address').inputValue()).toBe('https://instagram.com/ada');
    expect(await field(page, 'Label').inputValue()).toBe('Instagram');
    await preview(page).getByRole('link', { name: 'Instagram' }).waitFor();
    await publishButton(page).click();
    await page.getByText('Published', { exact: true }).waitFor();
  });

  deepTest('adds a picture, and is told immediately if a file is not a picture', async () => {
    const page = await openEditor(await managerWithPage());
    const picture = { src: '/examples/ada-moreau.svg', width: 800, height: 1000, alt: '' };
    await page.route('**/api/pictures', (route) => route.fulfill({ json: picture }));
    const files = page.getByLabel('Add portrait');
    await files.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.getByText('This file isn’t an image.').waitFor();
    await files.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('a picture') });
    await preview(page).locator('img.portrait').waitFor();
    await field(page, 'Alt text').fill('Ada, reading');
    await preview(page).getByAltText('Ada, reading').waitFor();
    await untilSaved(page);
  });

  test('discards a draft after a question', async () => {
    const page = await openEditor(await managerWithPage());
    await field(page, 'Headline').fill('Never mind');
    await untilSaved(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => field(page, 'Headline').inputValue()).toBe('Essayist and book designer');
    await page.reload();
    await expect.poll(() => field(page, 'Headline').inputValue()).toBe('Essayist and book designer');
  });

  test('is warned before leaving with unsaved changes', async () => {
    const page = await openEditor(await managerWithPage());
    await page.context().setOffline(true);
    await field(page, 'Headline').fill('In a tunnel');
    await page.getByText('Not saved: offline').waitFor();
    const inbox = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Inbox', exact: true });
    await inbox.click();
    await page.getByText('You have unsaved changes').waitFor();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await field(page, 'Headline').inputValue()).toBe('In a tunnel');
    const asked = page.waitForEvent('dialog');
    const leaving = page.evaluate(() => location.assign('/app')).catch(() => {});
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await untilSaved(page);
    await inbox.click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/app/');
  });

  test('loses nothing of a page stored in version 1', async () => {
    const ada = await managerWithPage();
    const { updatedAt: _, ...manager } = (await (await cloud.tables()).manager(ada.uid).get()).data() ?? {};
    const first = {
      version: 1,
      name: 'Ada Moreau',
      about: 'Born above a press.',
      works: [{ title: 'The long quay', text: 'A year of mornings.', year: '2021' }],
      services: [],
      links: [{ label: 'Prints', url: 'https://prints.example.com' }],
      theme: { preset: 'atelier', accent: '#8a3b2a' },
    };
    const db = await cloud.firestore();
    const table = await cloud.tables();
    await db.doc(table.manager(ada.uid).path).set({ ...manager, profile: first, updatedAt: new Date() });
    const page = await openEditor(ada);
    await expect.poll(() => headings(page)).toEqual(['Selected work', 'About', 'Links']);
    await field(page, 'Headline').fill('Printer');
    await publishButton(page).click();
    await page.getByText('Published', { exact: true }).waitFor();
    const { profile } = (await table.manager(ada.uid).get()).data() ?? {};
    expect(profile).toMatchObject({ version: 3, headline: 'Printer' });
    expect(JSON.stringify(profile)).toContain('A year of mornings.');
    expect(JSON.stringify(profile)).toContain('https://prints.example.com');
  });

  deepTest('lands on the heading when coming from the inbox on a phone', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser(PHONE)).newPage();
    await signIn(page, ada);
    await page.getByRole('link', { name: 'My page' }).click();
    const heading = page.getByRole('heading', { name: 'My page' });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

deepTest('a preview that is still loading is as dark as its screen', async () => {
  const page = await (await someBrowser(DESK, { colorScheme: 'dark' })).newPage();
  const drawn = Promise.withResolvers<void>();
  let held = 0;
  await page.route('**/assets/atelier-*.js', async (route) => {
    held++;
    await drawn.promise;
    await route.continue();
  });
  await signIn(page, await managerWithPage());
  await goToEditor(page);
  await expect.poll(() => held, { timeout: APPEARS_MS }).toBeGreaterThan(0);
  const { channels } = await sharp(await page.getByTitle('Preview of your page').screenshot()).stats();
  for (const { mean } of channels.slice(0, 3)) expect(mean).toBeLessThan(60);
  drawn.resolve();
  await preview(page).locator('h1').waitFor();
});

deepTest('a phone’s editor has one bar that hides on scrolling down, and presets to swipe through', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, { ...fullProfile('atelier'), name: ada.name });
  const page = await (await someBrowser(PHONE, { hasTouch: true, isMobile: true })).newPage();
  await signIn(page, ada);
  await goToEditor(page);
  const panel = page.getByRole('tabpanel');
  const publish = publishButton(page);
  const footOf = async (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().bottom);
  const topOf = async (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().top);
  const nav = page.getByRole('navigation', { name: 'Main' });
  expect((await topOf(panel)) + PHONE.height - (await topOf(nav))).toBeLessThanOrEqual(160);
  const scroll = (by: number) => page.evaluate((top) => document.querySelector('main')?.scrollBy({ top, behavior: 'instant' }), by);
  await scroll(600);
  await expect.poll(() => footOf(publish)).toBeLessThanOrEqual(0);
  await scroll(-60);
  await expect.poll(() => topOf(publish)).toBeGreaterThanOrEqual(0);

  await openTab(page, 'Look');
  const presets = page.getByRole('group', { name: 'Style' });
  expect(await presets.locator('svg').first().textContent()).toBe('Ada Moreau');
  expect(await presets.locator('image').first().getAttribute('href')).toContain('ada-moreau');
  const terminal = presets.getByText('Terminal');
  expect(await terminal.evaluate((name) => name.getBoundingClientRect().left >= innerWidth)).toBe(true);
  await presets.locator('> div').evaluate((row) => row.scrollBy({ left: 460, behavior: 'instant' }));
  await page.getByRole('radio', { name: 'Terminal' }).tap();
  expect(await page.getByRole('radio', { name: 'Terminal' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Preview' }).tap();
  await preview(page).locator('h1').waitFor();
  const frame = await page.locator('iframe[title="Preview of your page"]').boundingBox();
  expect(frame?.height).toBeGreaterThan(600);
  await preview(page).locator('.headline').tap();
  await expect.poll(() => field(page, 'Headline').evaluate((element) => element === document.activeElement)).toBe(true);
});

describe('two windows', () => {
  test('tell each other about changes, and never overwrite without asking', async () => {
    const ada = await managerWithPage();
    const one = await openEditor(ada);
    const other = await one.context().newPage();
    await goToEditor(other);
    await field(one, 'Headline').fill('Of the first window');
    await field(other, 'Headline').fill('Of the second window');
    await expect
      .poll(async () => (await one.getByText('in another window').count()) + (await other.getByText('in another window').count()), {
        timeout: APPEARS_MS,
      })
      .toBeGreaterThan(0);
    const [winner, loser] = (await one.getByText('in another window').count()) > 0 ? [other, one] : [one, other];
    const mine = await field(loser, 'Headline').inputValue();
    const theirs = await field(winner, 'Headline').inputValue();
    expect(mine).not.toBe(theirs);
    await loser.getByRole('button', { name: 'Use the other version' }).click();
    await expect.poll(() => field(loser, 'Headline').inputValue()).toBe(theirs);
    await loser.keyboard.press('Control+z');
    await expect.poll(() => field(loser, 'Headline').inputValue()).toBe(mine);
    await winner.getByText('in another window').waitFor();
    expect(await field(winner, 'Headline').inputValue()).toBe(theirs);
    await winner.getByRole('button', { name: 'Keep mine' }).click();
    await untilSaved(winner);
    await loser.getByText('in another window').waitFor();
    await loser.getByRole('button', { name: 'Use the other version' }).click();
    await publishButton(loser).click();
    await loser.getByText('Published', { exact: true }).waitFor();
    const stored = await (await cloud.tables()).manager(ada.uid).get();
    expect(stored.data()?.profile.headline).toBe(theirs);
  });
});

/** A page of the maximum length. */
function longProfile(): Profile {
  const items = Array.from({ length: 60 }, (_, index) => ({
    id: `p${index}`,
    title: `Project number ${index}`,
    text: 'A year of mornings at the pier, one frame at each high tide. '.repeat(6).trim(),
    year: '2026',
    link: `https://example.org/${index}`,
  }));
  return { ...newProfile('Ada Moreau'), sections: [{ kind: 'projects', items }] };
}

deepTest('typing reaches the preview within a frame or two, also with sixty projects', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, longProfile());
  const page = await openEditor(ada);
  await preview(page).getByText('Project number 59').waitFor();
  const measured = await page.evaluate(async () => {
    const input = document.getElementById('field-headline');
    const inside = document.querySelector('iframe')?.contentDocument;
    if (!(input instanceof HTMLTextAreaElement) || !inside) throw new Error('there is no editor');
    const times: number[] = [];
    for (let index = 0; index < 50; index++) {
      const changed = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(inside.body, { subtree: true, childList: true, characterData: true });
      });
      const from = performance.now();
      input.value = `Essays, ${index}`;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      times.push((await changed) - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    times.sort((one, two) => one - two);
    return { median: times[25] ?? 0, slowest: times[49] ?? 0, elements: inside.body.querySelectorAll('*').length };
  });
  const { median, slowest, elements } = measured;
  process.stdout.write(`\nkeystroke to preview: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms, ${elements} elements\n`);
  const untouched = await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument;
    const input = document.getElementById('field-headline');
    let changes = 0;
    if (!inside || !(input instanceof HTMLTextAreaElement)) throw new Error('there is no editor');
    const observer = new MutationObserver((records) => {
      changes += records.length;
    });
    observer.observe(inside.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
    input.value = 'One more';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return new Promise<number>((resolve) => setTimeout(() => resolve(changes), 500));
  });
  // Of thousands of elements, a keystroke changes only the one that shows it.
  expect(elements).toBeGreaterThan(500);
  expect(untouched).toBeGreaterThan(0);
  expect(untouched).toBeLessThan(10);
});

const VIEWPORTS = { phone: PHONE, desk: DESK };

describe.each(onlyDeep(['phone', 'desk'] as const))('on a %s', (kind) => {
  const viewport = VIEWPORTS[kind];
  test('the editor is accessible, in light and dark, also with an error', async () => {
    const ada = await managerWithPage();
    await publishProfile(ada, fullProfile('atelier'));
    const page = await openEditor(ada, viewport);
    await page.emulateMedia(STILL);
    if (viewport === DESK) await preview(page).locator('h1').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const tab of ['You', 'Sections', 'Look', 'Visibility'] as const) {
        await openTab(page, tab);
        expect(await findings(page), `${tab}, ${colorScheme}`).toEqual([]);
      }
    }
    await openTab(page, 'Sections');
    await page.getByRole('button', { name: /^Selected work/ }).click();
    await page.getByRole('button', { name: 'The long quay', exact: true }).click();
    await field(page, 'Link').fill('nowhere');
    await publishButton(page).click();
    await page.getByText('one field needs fixing').waitFor();
    expect(await findings(page), 'at fault').toEqual([]);
  });
});
