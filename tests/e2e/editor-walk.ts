import type { Page } from 'playwright-core';
import { fullProfile } from '../support/full-profile.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { dialog } from './dashboard.ts';
import type { Look } from './looking.ts';
import { type PageOwner, publishProfile } from './people.ts';
import { close } from './tools-walk.ts';

/** The panels of the editor, its sections and dialogs, in any language. */
export async function walkEditor(page: Page, ada: PageOwner, look: Look): Promise<void> {
  const panel = page.locator('#editor-panel');
  const name = page.locator('#field-name');
  const open = async (tab: string) => {
    await page.goto('/app/page');
    await page.locator(`#tab-${tab}`).click();
  };
  await open('sections');
  await panel.locator('li button').first().waitFor();
  await look('editor, no sections');
  const { sections, ...profile } = fullProfile('atelier');
  await publishProfile(ada, {
    ...profile,
    sections: sections.slice(0, -2),
    statusUntil: '2099-03-01',
    reach: { ...profile.reach, embedOrigins: ['https://example.org'] },
  });
  await open('you');
  await name.waitFor();
  await look('editor, you');
  const picture = { name: 'a.png', mimeType: 'image/png', buffer: await somePicture().png().toBuffer() };
  await panel.locator('input[type=file]').first().setInputFiles(picture);
  await dialog(page).waitFor();
  await look('editor, crop');
  await close(page);
  await open('sections');
  const cards = panel.locator('h2 > button');
  await cards.first().waitFor();
  await look('editor, sections');
  for (let index = 0; index < (await cards.count()); index++) {
    await cards.nth(index).click();
    const items = panel.locator('[id^=section-] li button[aria-expanded]');
    if ((await items.count()) > 0) await items.first().click();
    await look(`editor, section ${index + 1}`);
  }
  await panel.locator('button[aria-expanded]').last().click();
  await look('editor, add section');
  await open('look');
  await panel.locator('[type=radio]').first().waitFor();
  await look('editor, look');
  await open('reach');
  await panel.locator('[type=checkbox]').first().waitFor();
  await look('editor, visibility');
  await panel.locator('input[type=text], input:not([type])').last().fill('nowhere at all');
  await page.locator('#tab-you').click();
  await name.fill('');
  const isPhone = (page.viewportSize()?.width ?? 0) < 700;
  const bar = page.locator('header:has(h1) > button:visible, header:has(h1) > div > button:visible');
  if (isPhone) {
    await page.locator('header:has(h1) button[aria-expanded]').click();
    await look('editor, menu');
    await page.getByRole('menuitem').last().click();
  } else await bar.nth(-2).click();
  await dialog(page).waitFor();
  await look('editor, discard');
  await close(page);
  await dialog(page).waitFor({ state: 'detached' });
  await bar.last().click();
  await panel.locator('[aria-invalid=true]').first().waitFor();
  await look('editor, faults');
  await name.fill('Ilse');
  await page.locator('#tab-reach').click();
  await panel.locator('[aria-invalid=true]').first().fill('https://example.com');
  await bar.last().click();
  await page.locator('[role=status] a[target=_blank]:visible').first().waitFor();
  await look('editor, published');
  if (!isPhone) return;
  await bar.first().click();
  await page.frameLocator('iframe:visible').locator('h1').waitFor();
  await look('editor, preview');
}
