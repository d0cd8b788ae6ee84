import { smallestFile } from '@foyer/domain/picture-files';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { words } from '../door-words.ts';
import { withField } from '../editor/core/sections.ts';
import { useEditing } from '../editor/editing/editor-context.ts';
import { PickFiles } from '../editor/fields/pick-files.tsx';
import { useFiles } from '../editor/fields/use-files.ts';
import { uploadWords, usePicture } from '../editor/fields/use-picture.tsx';

export function PortraitStep({ onDone }: { onDone(): void }) {
  const { editor } = useEditing();
  const { portrait } = editor.draft.value;
  const { take, progress, refusal, dialog } = usePicture({
    aspect: 4 / 5,
    isRound: true,
    onPicture: (picture) => editor.edit('portrait', (draft) => withField(draft, 'portrait', { ...picture, alt: '' })),
  });
  const { ref, isOver } = useFiles<HTMLDivElement>(take);
  const sent = progress.value;
  return (
    <>
      <DoorTitle title={words.photoTitle}>{words.photoAbout}</DoorTitle>
      {dialog}
      <div
        ref={ref}
        class={classes(
          'flex items-center gap-5 rounded-2xl',
          isOver.value && 'bg-tint outline-2 outline-offset-8 outline-accent outline-dashed',
        )}
      >
        <span class="grid size-24 shrink-0 place-items-center overflow-clip rounded-full bg-hover text-soft">
          {portrait ? <img src={smallestFile(portrait)} alt="" class="size-full object-cover" /> : <Icon name="person" class="size-8" />}
        </span>
        <div>
          <PickFiles label={words.photoLabel} onPick={take}>
            {(open) => (
              <Button onClick={open} disabled={sent !== null} class="tabular-nums">
                {sent !== null ? uploadWords(sent) : portrait ? words.changePhoto : words.addPhoto}
              </Button>
            )}
          </PickFiles>
          <p role="status" class={refusal.value ? 'mt-2 text-sm text-pretty text-danger' : 'mt-2 text-sm text-soft'}>
            {refusal.value ?? (
              <>
                {words.photoFormats} <span class="pointer-coarse:hidden">{words.photoDrop}</span>
              </>
            )}
          </p>
        </div>
      </div>
      <Button kind="primary" class="mt-8 h-10 w-full text-base" onClick={onDone}>
        {portrait ? words.continue : words.skip}
      </Button>
    </>
  );
}
