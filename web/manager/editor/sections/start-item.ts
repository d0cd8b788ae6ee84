import type { Draft } from '@foyer/domain/profile';
import type { ListKind, SectionKind } from '@foyer/domain/profile-parts';
import { nanoid } from 'nanoid';
import type { Editor } from '../core/editor.ts';
import { addItem, addSection, type Item } from '../core/sections.ts';
import { goToField } from '../editing/open-place.ts';
import { ITEM_FIELDS } from './section-looks.ts';

/** Adds an empty item to a section and focuses its first field. */
export function startItem(editor: Editor, kind: ListKind): void {
  begin(editor, kind, `${kind}.items`, (draft) => draft);
}

/** Adds a section and focuses its text or its first item. A gallery starts empty: its images come from files. */
export function startSection(editor: Editor, kind: SectionKind): void {
  const add = (draft: Draft) => addSection(draft, kind);
  if (kind === 'about' || kind === 'now' || kind === 'gallery') {
    editor.edit('sections', add);
    goToField(kind === 'gallery' ? kind : `${kind}.text`);
  } else begin(editor, kind, 'sections', add);
}

function begin(editor: Editor, kind: ListKind, key: string, before: (draft: Draft) => Draft): void {
  const id = nanoid(12);
  const texts = ITEM_FIELDS[kind].filter(({ isRequired, kind: type }) => isRequired && type !== 'picture');
  const blank = Object.fromEntries(texts.map(({ name }) => [name, '']));
  editor.edit(key, (draft) => addItem(before(draft), kind, { ...blank, id } as Item));
  goToField(`${kind}.${id}.${ITEM_FIELDS[kind][0]?.name}`);
}
