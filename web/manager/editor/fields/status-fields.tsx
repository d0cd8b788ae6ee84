import { classes } from '../../../ui/classes.ts';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { controlLook, FieldFrame, useFault } from './field-frame.tsx';
import { WordsField } from './words-field.tsx';

/** What is true just now, and until when. */
export function StatusFields() {
  const { editor } = useEditing();
  const { status, statusUntil } = editor.draft.value;
  const isWrong = useFault('statusUntil') !== null;
  return (
    <>
      <WordsField name="status" label="Status" placeholder="Two weeks free in October" />
      {(status || statusUntil || isWrong) && (
        <FieldFrame path="statusUntil" label="Until" hint="The last day on which the status is shown. Without one it stays.">
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
