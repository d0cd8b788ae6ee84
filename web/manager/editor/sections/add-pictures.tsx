import { useSignal } from '@preact/signals';
import { nanoid } from 'nanoid';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { addItem } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { PickFiles } from '../fields/pick-files.tsx';

/** Many pictures at once into the gallery. Each is there as soon as it is kept; what is refused says why. */
export function AddPictures({ room }: { room: number }) {
  const { editor, upload } = useEditing();
  const progress = useSignal<{ done: number; all: number } | null>(null);
  const refusals = useSignal<readonly string[]>([]);
  const add = async (files: File[]) => {
    const taken = files.slice(0, room);
    refusals.value = files.length > room ? [`There is room for ${room} more: the others were left out.`] : [];
    for (const [done, file] of taken.entries()) {
      progress.value = { done, all: taken.length };
      const outcome = await upload(file);
      if ('picture' in outcome) {
        const image = { ...outcome.picture, alt: '' };
        editor.edit('gallery.items', (draft) => addItem(draft, 'gallery', { id: nanoid(12), image }));
      } else refusals.value = [...refusals.value, `${file.name}: ${outcome.sentence}`];
    }
    progress.value = null;
  };
  return (
    <div class="flex flex-col items-start gap-2">
      <PickFiles label="Add pictures" isMultiple onPick={add}>
        {(open) => (
          <Button onClick={open} disabled={progress.value !== null}>
            <Icon name="plus" />
            {progress.value ? `Uploading ${progress.value.done + 1} of ${progress.value.all} …` : 'Add pictures'}
          </Button>
        )}
      </PickFiles>
      <div role="status" class="text-sm text-danger">
        {refusals.value.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}
