import { SECTION_KINDS } from '@foyer/domain/profile-parts';
import { moveSection } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { openSection } from '../editing/open-place.ts';
import { AddSection, SectionKinds } from '../sections/add-section.tsx';
import { SectionCard, titleOf } from '../sections/section-card.tsx';
import { Sortable } from '../sections/sortable.tsx';
import { words } from '../words.ts';

export function SectionsPanel() {
  const { editor } = useEditing();
  const { sections } = editor.draft.value;
  const missing = SECTION_KINDS.filter((kind) => !sections.some((section) => section.kind === kind));
  const rows = sections.map((section) => ({ id: section.kind, name: titleOf(section), section }));
  if (rows.length === 0) {
    return (
      <>
        <p class="mb-3 text-sm text-pretty text-soft">{words.noSectionsYet}</p>
        <div class="rounded-xl border border-line p-1.5">
          <SectionKinds kinds={missing} />
        </div>
      </>
    );
  }
  return (
    <div class="flex flex-col gap-3">
      <Sortable label={words.sections} rows={rows} move={({ id }, to) => editor.edit('sections', (draft) => moveSection(draft, id, to))}>
        {({ section }, handle) => (
          <SectionCard
            section={section}
            handle={handle}
            isOpen={openSection.value === section.kind}
            onToggle={() => {
              openSection.value = openSection.value === section.kind ? null : section.kind;
            }}
          />
        )}
      </Sortable>
      {missing.length > 0 && <AddSection kinds={missing} />}
    </div>
  );
}
