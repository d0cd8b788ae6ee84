import { ITEMS_MAX, type ListKind } from '@foyer/domain/profile-parts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SECTION_TITLES } from '../../section-titles.ts';
import { type Item, type ListSection, moveItem, removeItem } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { openItem } from '../editing/open-place.ts';
import { words } from '../words.ts';
import { AddPictures } from './add-pictures.tsx';
import { ItemFields } from './item-fields.tsx';
import { ItemThumb } from './item-thumb.tsx';
import { removeWithUndo } from './remove.ts';
import { ITEM_FIELDS } from './section-looks.ts';
import { Sortable } from './sortable.tsx';
import { startItem } from './start-item.ts';

/** The items of a section, one of them open. */
export function ItemList({ section }: { section: ListSection }) {
  const { editor } = useEditing();
  const { kind, items } = section;
  const isFull = items.length >= ITEMS_MAX[kind];
  const rows = (items as readonly Item[]).map((item) => ({ id: item.id, name: nameOf(kind, item), item }));
  return (
    <>
      {rows.length > 0 && (
        <Sortable
          label={SECTION_TITLES[kind]}
          rows={rows}
          move={({ id }, to) => editor.edit(`${kind}.items`, (draft) => moveItem(draft, kind, id, to))}
        >
          {({ id, name, item }, handle) => {
            const isOpen = openItem.value === id;
            return (
              <>
                <div class="flex items-center gap-0.5 ps-0.5 pe-1">
                  {handle}
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    onClick={() => {
                      openItem.value = isOpen ? null : id;
                    }}
                    class="flex h-10 min-w-0 grow items-center gap-2 rounded-lg px-1 text-start text-sm pointer-coarse:h-12"
                  >
                    <ItemThumb item={item} />
                    <span dir="auto" class={classes('truncate', isUnnamed(kind, item) && 'text-soft')}>
                      {name}
                    </span>
                    <Icon
                      name="more"
                      class={classes('ms-auto shrink-0 text-soft transition-transform duration-150', isOpen && 'rotate-180')}
                    />
                  </button>
                  <IconButton
                    icon="bin"
                    label={words.removeNamed({ name })}
                    onClick={() =>
                      removeWithUndo(editor, `${kind}.items`, (draft) => removeItem(draft, kind, id), words.removedNamed({ name }))
                    }
                  />
                </div>
                {isOpen && (
                  <div class="border-t border-line p-3">
                    <ItemFields kind={kind} item={item} />
                  </div>
                )}
              </>
            );
          }}
        </Sortable>
      )}
      {isFull ? (
        <p class="text-xs text-soft">{words.sectionFull({ max: ITEMS_MAX[kind] })}</p>
      ) : kind === 'gallery' ? (
        <AddPictures room={ITEMS_MAX.gallery - items.length} />
      ) : (
        <Button class="self-start" onClick={() => startItem(editor, kind)}>
          <Icon name="plus" />
          {words.addItem({ kind })}
        </Button>
      )}
    </>
  );
}

function wordsOf(kind: ListKind, item: Item): string {
  const first = ITEM_FIELDS[kind].find((field) => field.kind === 'words');
  const text: unknown = first && Reflect.get(item, first.name);
  if (typeof text === 'string' && text !== '') return text;
  return 'image' in item && item.image ? item.image.alt : '';
}

function isUnnamed(kind: ListKind, item: Item): boolean {
  return wordsOf(kind, item) === '';
}

function nameOf(kind: ListKind, item: Item): string {
  return wordsOf(kind, item) || words.newItem({ kind });
}
