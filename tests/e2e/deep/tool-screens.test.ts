import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../../support/cloud.ts';
import { signIn } from '../dashboard.ts';
import { fillLists } from '../dashboard-walk.ts';
import { walkDoors } from '../doors-walk.ts';
import { walkEditor } from '../editor-walk.ts';
import { COMBINATIONS, looking, openIn } from '../looking.ts';
import { managerWithPage } from '../people.ts';
import { useBrowser } from '../support.ts';
import { fillTools, walkContacts, walkOthers, walkSearch, walkSettings } from '../tools-walk.ts';
import { speak } from '../whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Headings of the page, which is in English. */
const HEADINGS = ['Selected work', 'Services', 'About', 'Experience', 'Skills', 'Gallery', 'Testimonials', 'Questions', 'Now', 'Links'];
/** Texts that no catalogue has: of people and pages, addresses, code, and names from `Intl`. */
const WRITTEN = ['City', '@', '/', ':', 'example.org', 'Foyer', ' AM', ' PM', ...WEEKDAYS, ...HEADINGS];

describe.each(COMBINATIONS)('in %s on a %s, %s,', (...combination) => {
  test('the screens besides the inbox are accessible and have whole texts', async () => {
    const ada = await managerWithPage();
    await fillLists(cloud, ada);
    await fillTools(cloud, ada);
    const page = await openIn(combination);
    await signIn(page, ada);
    await speak(page, combination[0]);
    const { look, faults } = looking(page, combination, WRITTEN);
    await walkEditor(page, ada, look);
    await walkOthers(page, look);
    await walkContacts(page, look);
    await walkSearch(page, look);
    await walkSettings(page, look);
    expect(faults).toEqual([]);
  });

  test('the screens before the inbox are accessible and have whole texts', async () => {
    const page = await openIn(combination);
    await page.goto('/app');
    await page.locator('[type=password]').waitFor();
    await speak(page, combination[0]);
    const { look, faults } = looking(page, combination, WRITTEN);
    const slug = `${combination.join('-').toLowerCase()}-${process.pid}`;
    await walkDoors(page, slug, look);
    expect(faults).toEqual([]);
    await page.goto(`/${slug}`);
    expect(await page.locator('html').getAttribute('lang'), 'the new page').toBe(combination[0]);
  });
});
