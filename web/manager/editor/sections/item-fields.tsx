import type { Picture } from '@foyer/domain/picture';
import type { ListKind } from '@foyer/domain/profile-parts';
import { type LinkItem, withLink } from '../core/links.ts';
import { changeItem, type Item, withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { LinkField } from '../fields/link-field.tsx';
import { PictureField } from '../fields/picture-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ITEM_FIELDS, type ItemField } from './section-looks.ts';

export function ItemFields({ kind, item }: { kind: ListKind; item: Item }) {
  return (
    <div class="flex flex-col gap-4">
      {ITEM_FIELDS[kind].map((field) => (
        <OneField key={field.name} kind={kind} item={item} field={field} />
      ))}
    </div>
  );
}

function OneField({ kind, item, field }: { kind: ListKind; item: Item; field: ItemField }) {
  const { editor } = useEditing();
  const { name, label, hint, placeholder, isRequired = false } = field;
  const path = `${kind}.${item.id}.${name}`;
  const value: unknown = Reflect.get(item, name);
  const put = (key: string, next: unknown, isTyped: boolean) =>
    editor.edit(key, (draft) => changeItem(draft, kind, item.id, (before) => withField(before, name, next, isRequired)), isTyped);
  if (field.kind === 'picture') {
    const picture = isPicture(value) ? value : undefined;
    return (
      <PictureField
        path={path}
        label={label}
        value={picture}
        isRequired={isRequired}
        onChange={(next) => put(path, next, false)}
        onAlt={(alt) => put(`${path}.alt`, picture && { ...picture, alt }, true)}
      />
    );
  }
  if (field.kind === 'link') {
    return (
      <LinkField
        path={path}
        label={label}
        hint={hint}
        value={typeof value === 'string' ? value : ''}
        onType={(next) => {
          if (kind !== 'links') put(path, next, true);
          else editor.edit(path, (draft) => changeItem(draft, kind, item.id, (before) => withLink(before as LinkItem, next)), true);
        }}
      />
    );
  }
  return (
    <TextField
      path={path}
      label={label}
      value={typeof value === 'string' ? value : ''}
      onType={(next) => put(path, next, true)}
      hint={hint}
      {...(placeholder === undefined ? {} : { placeholder })}
      max={field.max}
      {...('lines' in field ? { lines: field.lines } : {})}
    />
  );
}

function isPicture(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && 'src' in value;
}
