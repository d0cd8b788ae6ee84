import type { Draft } from '@foyer/domain/profile';
import type { ListKind, SectionKind } from '@foyer/domain/profile-parts';
import { nanoid } from 'nanoid';
import type { Editor } from '../core/editor.ts';
import { addItem, addSection, type Item } from '../core/sections.ts';
import { goToField } from '../editing/open-place.ts';
import { ITEM_FIELDS } from './section-looks.ts';

/** Adds an empty item to a section, and opens it with the cursor in the field that names it. */
export function startItem(editor: Editor, kind: ListKind): void {
  begin(editor, kind, `${kind}.items`, (draft) => draft);
}

/** Adds a section and begins to fill it: with a first item, or its text. What a gallery begins with is on this machine. */
export function startSection(editor: Editor, kind: SectionKind): void {
  const add = (draft: Draft) => addSection(draft, kind);
  if (kind === 'about' || kind === 'now' || kind === 'gallery') {
    editor.edit('sections', add);
    goToField(kind === 'gallery' ? kind : `${kind}.text`);
  } else begin(editor, kind, 'sections', add);
}

function begin(editor: Editor, kind: ListKind, key: string, before: (draft: Draft) => Draft): void {
  const id = nanoid(12);
  const words = ITEM_FIELDS[kind].filter(({ isRequired, kind: type }) => isRequired && type !== 'picture');
  const blank = Object.fromEntries(words.map(({ name }) => [name, '']));
  editor.edit(key, (draft) => addItem(before(draft), kind, { ...blank, id } as Item));
  goToField(`${kind}.${id}.${ITEM_FIELDS[kind][0]?.name}`);
}
