import { WORDS_MAX } from '@foyer/domain/profile-parts';
import { classes } from '../../../ui/classes.ts';
import { changeSection, type DraftSection, withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { controlLook, FieldFrame } from '../fields/field-frame.tsx';
import { TextField } from '../fields/text-field.tsx';
import { words } from '../words.ts';
import { MARKDOWN_HINT } from './section-looks.ts';

export function ProseFields({ section }: { section: Extract<DraftSection, { text: string }> }) {
  const { editor } = useEditing();
  const { kind, text } = section;
  const put = (name: string, value: string, isRequired: boolean) =>
    editor.edit(
      `${kind}.${name}`,
      (draft) => changeSection(draft, kind, (before) => withField(before, name, value, isRequired)),
      isRequired,
    );
  return (
    <>
      <TextField
        path={`${kind}.text`}
        label={words.text}
        value={text}
        max={WORDS_MAX[kind]}
        lines={kind === 'about' ? 6 : 3}
        hint={MARKDOWN_HINT}
        onType={(value) => put('text', value, true)}
      />
      {section.kind === 'now' && (
        <FieldFrame path="now.updatedOn" label={words.updatedOn} hint={words.updatedOnHint}>
          <input
            id={fieldId('now.updatedOn')}
            type="date"
            value={section.updatedOn ?? ''}
            onChange={(event) => put('updatedOn', event.currentTarget.value, false)}
            class={classes(controlLook(false), 'h-9')}
          />
        </FieldFrame>
      )}
    </>
  );
}
