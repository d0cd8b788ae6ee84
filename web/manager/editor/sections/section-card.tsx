import { WORDS_MAX } from '@foyer/domain/profile-parts';
import type { ComponentChildren } from 'preact';
import { locale } from '../../../lib/language.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SECTION_TITLES } from '../../section-titles.ts';
import { changeSection, type DraftSection, removeSection, withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { TextField } from '../fields/text-field.tsx';
import { words } from '../words.ts';
import { ItemList } from './item-list.tsx';
import { usePageTitles } from './page-titles.ts';
import { ProseFields } from './prose-fields.tsx';
import { removeWithUndo } from './remove.ts';

interface Props {
  section: DraftSection;
  isOpen: boolean;
  onToggle(): void;
  handle: ComponentChildren;
}

/** One section: a line that opens its fields. */
export function SectionCard({ section, isOpen, onToggle, handle }: Props) {
  const { editor } = useEditing();
  const { kind, isHidden } = section;
  const title = titleOf(section);
  const pageTitles = usePageTitles();
  const id = `section-${kind}`;
  const { [kind]: own, [`${kind}.items`]: ofItems } = editor.faults.value;
  const fault = own ?? ofItems;
  return (
    <>
      <div class="flex items-center gap-0.5 ps-0.5 pe-1">
        {handle}
        <h2 class="min-w-0 grow">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={onToggle}
            class="flex h-11 w-full min-w-0 items-center gap-2 rounded-lg px-1 text-start text-sm font-medium"
          >
            <span dir="auto" class={classes('truncate', isHidden && 'text-soft line-through')}>
              {title}
            </span>
            {'items' in section && (
              <span class="text-xs font-normal text-soft tabular-nums">{section.items.length.toLocaleString(locale)}</span>
            )}
            <Icon name="more" class={classes('ms-auto shrink-0 text-soft transition-transform duration-150', isOpen && 'rotate-180')} />
          </button>
        </h2>
        <IconButton
          icon={isHidden ? 'hidden' : 'eye'}
          label={isHidden ? words.showNamed({ name: title }) : words.hideNamed({ name: title })}
          onClick={() =>
            editor.edit(`${kind}.isHidden`, (draft) =>
              changeSection(draft, kind, (before) => withField(before, 'isHidden', !isHidden || undefined)),
            )
          }
        />
      </div>
      {fault && <p class="px-3 pb-2 text-sm text-danger">{fault}</p>}
      {isOpen && (
        <div id={id} class="flex flex-col gap-4 border-t border-line p-3">
          {'items' in section ? <ItemList section={section} /> : <ProseFields section={section} />}
          <div class="border-t border-line pt-3">
            <TextField
              path={`${kind}.title`}
              label={words.headingOnPage}
              value={section.title}
              max={WORDS_MAX.sectionTitle}
              placeholder={pageTitles[kind]}
              onType={(value) =>
                editor.edit(`${kind}.title`, (draft) => changeSection(draft, kind, (before) => withField(before, 'title', value)), true)
              }
            />
          </div>
          <Button
            kind="quiet"
            class="-ms-2.5 self-start"
            aria-label={words.removeSectionNamed({ name: title })}
            onClick={() => removeWithUndo(editor, 'sections', (draft) => removeSection(draft, kind), words.removedNamed({ name: title }))}
          >
            <Icon name="bin" />
            {words.removeSection}
          </Button>
        </div>
      )}
    </>
  );
}

/** What the editor calls a section: its heading on the page, else the name of its kind. */
export function titleOf({ title, kind }: Pick<DraftSection, 'title' | 'kind'>): string {
  return title || SECTION_TITLES[kind];
}
