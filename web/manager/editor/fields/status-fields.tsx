import { classes } from '../../../ui/classes.ts';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { words } from '../words.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';
import { WordsField } from './words-field.tsx';

export function StatusFields() {
  const { editor } = useEditing();
  const { status, statusUntil } = editor.draft.value;
  const isWrong = useFault('statusUntil') !== null;
  return (
    <>
      <WordsField name="status" label={words.status} placeholder={words.statusExample} />
      {(status || statusUntil || isWrong) && (
        <FieldFrame path="statusUntil" label={words.until} hint={words.untilHint}>
          <input
            id={fieldId('statusUntil')}
            type="date"
            value={statusUntil ?? ''}
            aria-describedby={`${fieldId('statusUntil')}-note`}
            onChange={(event) => {
              const { value } = event.currentTarget;
              editor.edit('statusUntil', (draft) => withField(draft, 'statusUntil', value));
            }}
            class={classes(controlLook(isWrong), 'h-9')}
          />
        </FieldFrame>
      )}
    </>
  );
}
