import { directionOfLanguage, LANGUAGES, PSEUDO, type Tag } from '@foyer/domain/language';
import { languageName } from '@foyer/domain/language-name';
import { load } from '@foyer/words/compiled/load/manager';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { after } from '../../lib/after.ts';
import { LANGUAGE_KEY } from '../../lib/language-key.ts';
import { stored } from '../../lib/stored.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { language } from '../language.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { holdBack } from '../route/leaving.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keepLanguage } from './chosen-language.ts';

const OFFERED: readonly Tag[] = import.meta.env.MODE === 'emulators' ? [...LANGUAGES, PSEUDO] : LANGUAGES;

export const hasLanguages = OFFERED.length > 1;

interface Props {
  /** Classes of the button that opens the list. */
  class: string;
  /** Among other settings, which have no icons. */
  isPlain?: boolean;
}

/**
 * Chooses the dashboard's language and reloads the page. Not a `select`: on some systems its arrow keys choose immediately, and each press
 * would reload the page.
 */
export function LanguageChoice({ class: look, isPlain = false }: Props) {
  const workspace = useWorkspace();
  const id = useId();
  const isOpen = useSignal(false);
  if (!hasLanguages) return null;
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? id : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
        class={classes('flex w-full items-center gap-3 text-start', look)}
      >
        {!isPlain && <Icon name="globe" class="shrink-0 text-soft" />}
        <span>{words.language}</span>
        <span lang={language} class="ms-auto min-w-0 truncate text-soft">
          {languageName(language)}
        </span>
        <Icon name="more" class={classes('shrink-0 text-soft transition-transform duration-150', isOpen.value && 'rotate-180')} />
      </button>
      {isOpen.value && (
        <ul id={id} aria-label={words.language} class="max-h-60 overflow-y-auto py-1">
          {OFFERED.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                lang={tag}
                dir={directionOfLanguage(tag)}
                aria-current={tag === language ? 'true' : undefined}
                onClick={() => choose(tag, workspace)}
                class="flex min-h-8 w-full items-center rounded-lg px-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-accent pointer-coarse:min-h-11"
              >
                {languageName(tag)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The choice must reach the store before the reload, or the settings would bring the old language back. */
const PATIENCE_MS = 1500;

/** Replies and their drafts survive the reload in this tab's storage. The editor saves first, or asks. */
function choose(tag: Tag, { settings, changeSettings }: Workspace): void {
  if (tag === language) {
    if (tag !== PSEUDO && settings.peek().language !== tag) changeSettings({ language: tag }).catch(sayRefused);
    return;
  }
  const change = async () => {
    const before = stored(LANGUAGE_KEY) ?? language;
    if (!keepLanguage(tag)) {
      say(words.languageNotKept);
      return;
    }
    const isStored = tag === PSEUDO || (await Promise.race([changeSettings({ language: tag }).then(isTrue, isFalse), after(PATIENCE_MS)]));
    if (isStored !== false) location.reload();
    else {
      keepLanguage(before);
      sayRefused();
    }
  };
  // Without its texts the dashboard would stay blank.
  const fetched = () => load(tag).then(change, () => say(words.languageOffline));
  if (!holdBack(fetched)) fetched();
}

const isTrue = () => true;
const isFalse = () => false;
