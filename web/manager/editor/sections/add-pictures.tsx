import { useSignal } from '@preact/signals';
import { nanoid } from 'nanoid';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { addItem } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { PickFiles } from '../fields/pick-files.tsx';
import { useFiles } from '../fields/use-files.ts';
import { words } from '../words.ts';

/** Adds several images to the gallery. Each appears as soon as it is stored; the reason for each refused one is shown. */
export function AddPictures({ room }: { room: number }) {
  const { editor, upload } = useEditing();
  const progress = useSignal<{ done: number; all: number } | null>(null);
  const refusals = useSignal<readonly string[]>([]);
  const add = async (files: File[]) => {
    if (progress.peek() !== null) return;
    const taken = files.slice(0, room);
    refusals.value = files.length > room ? [words.roomForImages({ count: room })] : [];
    for (const [done, file] of taken.entries()) {
      progress.value = { done, all: taken.length };
      const outcome = await upload(file, (part) => {
        progress.value = { done: done + part, all: taken.length };
      });
      if ('picture' in outcome) {
        const image = { ...outcome.picture, alt: '' };
        editor.edit('gallery.items', (draft) => addItem(draft, 'gallery', { id: nanoid(12), image }));
      } else refusals.value = [...refusals.value, words.fileRefused({ file: file.name, reason: outcome.sentence })];
    }
    progress.value = null;
  };
  const { ref, isOver } = useFiles<HTMLDivElement>(add);
  return (
    <div
      ref={ref}
      class={classes(
        'flex flex-col items-start gap-2 rounded-xl',
        isOver.value && 'bg-tint outline-2 outline-offset-4 outline-accent outline-dashed',
      )}
    >
      {progress.value && (
        <progress class="h-1 w-full accent-accent" max={progress.value.all} value={progress.value.done} aria-label={words.uploadProgress} />
      )}
      <PickFiles label={words.addImages} isMultiple onPick={add}>
        {(open) => (
          <Button onClick={open} disabled={progress.value !== null}>
            <Icon name="plus" />
            {progress.value
              ? words.uploadingOf({
                  position: Math.min(Math.floor(progress.value.done) + 1, progress.value.all),
                  total: progress.value.all,
                })
              : words.addImages}
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
