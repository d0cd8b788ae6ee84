import { hasLanguages, LanguageChoice } from '../account/language-choice.tsx';
import { AppearanceSetting } from './appearance-setting.tsx';
import { Group, Section } from './kit/section.tsx';
import { words } from './words.ts';

/** How the dashboard looks and speaks. */
export function LooksSection() {
  return (
    <Section id="appearance" title={words.appearanceAndLanguage}>
      <Group>
        <AppearanceSetting />
        {hasLanguages && (
          <div class="px-2 py-2 two:px-3">
            <LanguageChoice isPlain class="min-h-11 rounded-lg px-2 text-base font-medium hover:bg-hover" />
            <p class="-mt-1 max-w-[60ch] px-2 pb-2 text-sm text-pretty text-soft">{words.languageHelp}</p>
          </div>
        )}
      </Group>
    </Section>
  );
}
