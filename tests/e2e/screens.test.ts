import { PSEUDO } from '@foyer/domain/language';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { sampleOf } from '../support/sample.ts';
import { signIn } from './dashboard.ts';
import { fillLists, WRITTEN, walkEmptyLists, walkScreens } from './dashboard-walk.ts';
import { COMBINATIONS, looking, openIn } from './looking.ts';
import { managerWithPage } from './people.ts';
import { useBrowser } from './support.ts';
import { speak } from './whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

const SAMPLE = COMBINATIONS.filter((combination) => ['de desk light', `${PSEUDO} phone light`].includes(combination.join(' ')));

test.each(sampleOf(COMBINATIONS, SAMPLE))(
  'every screen of the inbox is accessible and has whole texts: %s on a %s, %s',
  async (...combination) => {
    const ada = await managerWithPage();
    const page = await openIn(combination);
    await signIn(page, ada);
    await speak(page, combination[0]);
    const { look, faults } = looking(page, combination, WRITTEN);
    await walkEmptyLists(page, look);
    await fillLists(cloud, ada);
    await walkScreens(page, look);
    expect(faults).toEqual([]);
  },
);
