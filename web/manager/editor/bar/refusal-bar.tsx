import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { goToField } from '../editing/open-place.ts';

/** Why something was not published, and the way to the field that has to be looked at. */
export function RefusalBar({ refusal, onDismiss }: { refusal: string | null; onDismiss(): void }) {
  const { editor } = useEditing();
  const faults = Object.keys(editor.faults.value);
  const [first] = faults;
  return (
    <div role="alert" class="three:col-span-2">
      {(refusal !== null || first !== undefined) && !editor.conflict.value && (
        <div class="enter flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-danger/10 px-3 py-2 text-sm three:px-5">
          <p class="grow text-pretty text-danger">
            {first === undefined
              ? refusal
              : faults.length === 1
                ? 'Nothing was published yet: one field needs a look.'
                : `Nothing was published yet: ${faults.length} fields need a look.`}
          </p>
          {first === undefined ? (
            <IconButton icon="close" label="Dismiss" onClick={onDismiss} />
          ) : (
            <Button onClick={() => goToField(first)}>Show it</Button>
          )}
        </div>
      )}
    </div>
  );
}
