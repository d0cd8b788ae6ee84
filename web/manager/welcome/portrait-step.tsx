import { smallestFile } from '@foyer/domain/picture-files';
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { withField } from '../editor/core/sections.ts';
import { useEditing } from '../editor/editing/editor-context.ts';
import { PickFiles } from '../editor/fields/pick-files.tsx';

/** A first picture of the manager. */
export function PortraitStep({ onDone }: { onDone(): void }) {
  const { editor, upload } = useEditing();
  const { portrait } = editor.draft.value;
  const isUploading = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    isUploading.value = true;
    refusal.value = null;
    const outcome = await upload(file);
    isUploading.value = false;
    if ('picture' in outcome) editor.edit('portrait', (draft) => withField(draft, 'portrait', { ...outcome.picture, alt: '' }));
    else refusal.value = outcome.sentence;
  };
  return (
    <>
      <DoorTitle title="Add a photo">People are more likely to write to someone they can see.</DoorTitle>
      <div class="flex items-center gap-5">
        <span class="grid size-24 shrink-0 place-items-center overflow-clip rounded-full bg-hover text-soft">
          {portrait ? <img src={smallestFile(portrait)} alt="" class="size-full object-cover" /> : <Icon name="person" class="size-8" />}
        </span>
        <div>
          <PickFiles label="Add your picture" onPick={take}>
            {(open) => (
              <Button onClick={open} disabled={isUploading.value}>
                {isUploading.value ? 'Uploading…' : portrait ? 'Change photo' : 'Add a photo'}
              </Button>
            )}
          </PickFiles>
          <p role="status" class={refusal.value ? 'mt-2 text-sm text-pretty text-danger' : 'mt-2 text-sm text-soft'}>
            {refusal.value ?? 'JPEG, PNG or WebP, up to 10 MB.'}
          </p>
        </div>
      </div>
      <Button kind="primary" class="mt-8 h-10 w-full text-base" onClick={onDone}>
        {portrait ? 'Continue' : 'Skip'}
      </Button>
    </>
  );
}
