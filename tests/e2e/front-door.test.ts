import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PASSWORD, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { findings } from './axe.ts';
import { composer, message, reply, row, signInWithForm } from './dashboard.ts';
import { preview } from './editor-page.ts';
import { managerWithPage } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { box, bubble, conversationId, write } from './visitor-page.ts';

useBrowser();

async function openDashboard(manager: Parameters<typeof signInWithForm>[1], viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signInWithForm(page, manager);
  return page;
}

describe('the main job', () => {
  test('a visitor writes, the manager answers, and another device resumes the conversation', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const visitor = await visit(`/${ada.slug}`, PHONE);
    await box(visitor).fill('Would you design a book of letters?');
    await visitor.getByLabel('Your name').fill('Mina Okafor');
    await visitor.getByRole('button', { name: 'Send' }).click();
    const code = ((await visitor.locator('.code').textContent()) ?? '').trim();

    const mina = row(manager, 'Mina Okafor');
    await mina.waitFor();
    expect(await mina.textContent()).toContain('Would you design a book of letters?');
    expect(await mina.getByText('1 new message').count()).toBe(1);
    await expect.poll(() => manager.title()).toContain('1');

    await mina.getByRole('link').click();
    await message(manager, 'Would you design a book of letters?').waitFor();
    await expect.poll(() => mina.getByText('1 new message').count()).toBe(0);
    await reply(manager, 'I would love to. How many letters?');
    await bubble(visitor, 'I would love to. How many letters?').waitFor();
    expect(await row(manager, 'I would love to.').textContent()).toContain('You:');

    const second = await visit(`/${ada.slug}#resume=${code}`);
    await second.getByRole('button', { name: 'Continue' }).click();
    await bubble(second, 'I would love to. How many letters?').waitFor();
    await write(second, 'About four hundred.');
    await message(manager, 'About four hundred.').waitFor();
    await bubble(visitor, 'About four hundred.').waitFor();
  });

  test('each sees that the other has read, and is writing', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const visitor = await visit(`/${ada.slug}`);
    await write(visitor, 'Is this read?');
    await row(manager, 'Is this read?').getByRole('link').click();
    await visitor.getByText('seen').waitFor();
    await composer(manager).pressSequentially('It is', { delay: 50 });
    await visitor.getByText('Ada is typing…').waitFor();
    await manager.keyboard.press('Enter');
    await bubble(visitor, 'It is').waitFor();
    await manager.getByRole('log').getByText(/seen/i).first().waitFor();
    await box(visitor).pressSequentially('Thank', { delay: 50 });
    await manager
      .getByText(/is (writing|typing)/)
      .first()
      .waitFor();
  });

  test('archiving is invisible to the visitor, can be undone, and ends with the next message', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const visitor = await visit(`/${ada.slug}`);
    await write(visitor, 'All settled, thank you');
    await visitor.getByRole('button', { name: 'Skip' }).click();
    await row(manager, 'All settled').getByRole('link').click();
    await visitor.getByRole('log').getByText('Seen').waitFor();
    const id = await conversationId(visitor);
    const status = async () => (await (await openTestCloud().tables()).conversation(ada.uid, id).get()).data()?.status;
    const seen = await visitor.getByRole('log').textContent();
    await manager.getByRole('button', { name: 'Archive', exact: true }).last().click();
    await expect.poll(() => row(manager, 'All settled').count()).toBe(0);
    await expect.poll(status).toBe('archived');
    await manager.getByRole('button', { name: 'Undo' }).click();
    await row(manager, 'All settled').waitFor();
    await expect.poll(status).toBe('open');
    await manager.getByRole('button', { name: 'Archive', exact: true }).last().click();
    await expect.poll(() => row(manager, 'All settled').count()).toBe(0);
    // The list updates before the server does: of the two writes, the later one counts.
    await expect.poll(status).toBe('archived');
    expect(await visitor.getByRole('log').textContent()).toBe(seen);
    const around = () => visitor.locator('#conversation').textContent();
    const live = await around();
    await visitor.reload();
    await expect.poll(around).toBe(live);
    await write(visitor, 'One more thing');
    await row(manager, 'One more thing').waitFor();
  });

  test('a reply written offline is kept, and reaches the visitor when the manager is back online', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const visitor = await visit(`/${ada.slug}`);
    await write(visitor, 'Are you travelling?');
    await row(manager, 'Are you travelling?').getByRole('link').click();
    await message(manager, 'Are you travelling?').waitFor();
    await manager.context().setOffline(true);
    await reply(manager, 'In a tunnel right now');
    await message(manager, 'In a tunnel right now').waitFor();
    expect(await bubble(visitor, 'In a tunnel right now').count()).toBe(0);
    await manager.context().setOffline(false);
    await manager.evaluate(() => window.dispatchEvent(new Event('online')));
    await bubble(visitor, 'In a tunnel right now').waitFor();
  });

  test('two visitors’ conversations stay separate, and the newest is on top', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const [one, other] = [await visit(`/${ada.slug}`), await visit(`/${ada.slug}`)];
    await write(one, 'From the first');
    await row(manager, 'From the first').waitFor();
    await write(other, 'From the second');
    await row(manager, 'From the second').waitFor();
    const names = () => manager.locator('li[data-conversation]').allInnerTexts();
    expect((await names())[0]).toContain('From the second');
    await write(one, 'The first again');
    await expect.poll(async () => (await names())[0]).toContain('The first again');
    await row(manager, 'From the second').getByRole('link').click();
    await reply(manager, 'Only for the second');
    await bubble(other, 'Only for the second').waitFor();
    expect(await bubble(one, 'Only for the second').count()).toBe(0);
  });

  test('both participants’ messages are shown as text', async () => {
    const ada = await managerWithPage();
    const manager = await openDashboard(ada);
    const visitor = await visit(`/${ada.slug}`);
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await write(visitor, hostile);
    await row(manager, '<img src=x').getByRole('link').click();
    await message(manager, hostile).waitFor();
    await reply(manager, hostile);
    await expect.poll(() => bubble(visitor, hostile).count()).toBe(2);
    expect(await manager.locator('img[src="x"]').count()).toBe(0);
    expect(await visitor.locator('img[src="x"]').count()).toBe(0);
  });
});

describe('the first minute', () => {
  test('a new manager adds a line, a link and a photo on two devices, and publishes the page', async () => {
    const { email } = await someAccount();
    const page = await (await someBrowser()).newPage();
    const portrait = { src: '/examples/ada-moreau.svg', width: 800, height: 1000, alt: '' };
    await page.route('**/api/pictures', (route) => route.fulfill({ json: portrait }));
    await page.goto('/app');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await page.getByLabel('Your name').fill('Grace Holloway');
    await preview(page).getByRole('heading', { name: 'Grace Holloway' }).waitFor();
    const slug = `grace-${process.pid}`;
    await page.getByLabel('Your page’s address').fill(slug);
    await page.getByText('Available', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create my page' }).click();

    const words = page.getByRole('heading', { name: 'Say what you do' });
    await words.waitFor();
    await expect.poll(() => words.evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await findings(page), 'words').toEqual([]);
    await page.getByLabel('One line about you').fill('Surveyor of coasts');
    await page.getByLabel('A link (optional)').fill('instagram.com/grace');
    await preview(page).getByText('Surveyor of coasts').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('heading', { name: 'Add a photo' }).waitFor();
    expect(await findings(page), 'face').toEqual([]);
    await page.getByLabel('Your photo').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('a picture') });
    await preview(page).locator('img.portrait').waitFor();
    await page.getByText('Draft saved').waitFor();

    // Another device continues at the same step, and nothing is public yet.
    const other = await (await someBrowser(PHONE)).newPage();
    await other.goto('/app');
    await other.getByLabel('Email').fill(email);
    await other.getByLabel('Password').fill(PASSWORD);
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.getByRole('heading', { name: 'Choose a style' }).waitFor();
    await other.getByRole('button', { name: 'Back' }).click();
    await other.locator('img[src="/examples/ada-moreau.svg"]').waitFor();
    await other.getByRole('button', { name: 'Back' }).click();
    expect(await other.getByLabel('One line about you').inputValue()).toBe('Surveyor of coasts');
    expect(await other.getByLabel('A link (optional)').inputValue()).toBe('https://instagram.com/grace');
    const early = await visit(`/${slug}`);
    await early.getByRole('heading', { name: 'Grace Holloway' }).waitFor();
    expect(await early.getByText('Surveyor of coasts').count()).toBe(0);
    expect(await early.locator('meta[name="robots"][content="noindex"]').count()).toBe(1);

    await page.reload();
    await page.getByRole('heading', { name: 'Choose a style' }).waitFor();
    expect(await findings(page), 'look').toEqual([]);
    await page.getByRole('radio', { name: 'Studio' }).check();
    await page.getByRole('button', { name: 'Publish my page' }).click();
    await page.getByRole('heading', { name: 'Your page is live' }).waitFor();
    expect(await findings(page), 'live').toEqual([]);
    const [visitor] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'View my page' }).click()]);
    await visitor.getByRole('heading', { name: 'Grace Holloway' }).waitFor();
    await visitor.locator('img.portrait').waitFor();
    await visitor.getByText('Surveyor of coasts').waitFor();
    await visitor.getByRole('link', { name: 'Instagram' }).waitFor();
    expect(await visitor.locator('meta[name="robots"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Go to my inbox' }).click();
    await page.getByText('4 of 5 done').filter({ visible: true }).waitFor();
    expect(await findings(page), 'checklist').toEqual([]);
    await page.getByRole('button', { name: 'Share your page' }).filter({ visible: true }).click();
    await page.getByRole('heading', { name: 'Share', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'All quiet' }).filter({ visible: true }).waitFor();
    await expect.poll(() => page.getByText('Finish your page').filter({ visible: true }).count()).toBe(0);
  });
});
