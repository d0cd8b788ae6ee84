import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { goToField } from '../editing/open-place.ts';
import { words } from '../words.ts';

/** Says why the page was not published, and leads to the first field at fault. */
export function RefusalBar({ refusal, onDismiss }: { refusal: string | null; onDismiss(): void }) {
  const { editor } = useEditing();
  const faults = Object.keys(editor.faults.value);
  const [first] = faults;
  return (
    <div role="alert" class="three:col-span-2">
      {(refusal !== null || first !== undefined) && !editor.conflict.value && (
        <div class="enter flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-danger/10 px-3 py-2 text-sm three:px-5">
          <p class="grow text-pretty text-danger">{first === undefined ? refusal : words.fieldsToFix({ count: faults.length })}</p>
          {first === undefined ? (
            <IconButton icon="close" label={words.dismiss} onClick={onDismiss} />
          ) : (
            <Button onClick={() => goToField(first)}>{words.showField}</Button>
          )}
        </div>
      )}
    </div>
  );
}
