import { PSEUDO } from '@foyer/domain/language';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findings, STILL } from './axe.ts';
import { shortLastLines } from './japanese-lines.ts';
import { shoot } from './shots.ts';
import { DESK, PHONE, someBrowser } from './support.ts';
import { textFaults } from './whole-texts.ts';

const VIEWPORTS = { phone: PHONE, desk: DESK } as const;
const LANGUAGES = ['ar', 'de', 'ja', PSEUDO] as const;

/** A language, a device and a colour scheme. */
export type Combination = readonly [language: (typeof LANGUAGES)[number], device: keyof typeof VIEWPORTS, colorScheme: 'light' | 'dark'];

/** Those in which every screen is tested and photographed. */
export const COMBINATIONS = LANGUAGES.flatMap((language) =>
  (['phone', 'desk'] as const).flatMap((device) => (['light', 'dark'] as const).map((scheme): Combination => [language, device, scheme])),
);

/** The pseudo-language breaks up the values in its texts. */
const RULES: RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } } };

export async function openIn([, device, colorScheme]: Combination): Promise<Page> {
  return (await someBrowser(VIEWPORTS[device], { ...STILL, colorScheme })).newPage();
}

/** What a walk calls with each screen, once it is there. */
export type Look = (screen: string) => Promise<void>;

/**
 * Photographs each screen, if asked, and collects what is wrong with it. `written`: parts of texts that no catalogue has; `null` if most
 * texts are a person's.
 */
export function looking(page: Page, combination: Combination, written: readonly string[] | null): { look: Look; faults: string[] } {
  const [language] = combination;
  const faults: string[] = [];
  const look: Look = async (screen) => {
    await shoot(page, `${combination.join(' ')} ${screen}`);
    const isPseudo = language === PSEUDO;
    const found = [
      ...(await findings(page, isPseudo ? RULES : {})),
      ...(await textFaults(page, { written: written ?? [], isPseudo: isPseudo && written !== null })),
      ...(language === 'ja' ? await shortLastLines(page) : []),
    ];
    faults.push(...found.map((fault) => `${screen}: ${fault}`));
  };
  return { look, faults };
}
