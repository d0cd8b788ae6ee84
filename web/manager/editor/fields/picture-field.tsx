import type { Picture } from '@foyer/domain/picture';
import { ALT_MAX, smallestFile } from '@foyer/domain/picture-files';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { words } from '../words.ts';
import { FieldFrame } from './field-frame.tsx';
import { PickFiles } from './pick-files.tsx';
import { TextField } from './text-field.tsx';
import { useFiles } from './use-files.ts';
import { uploadWords, usePicture } from './use-picture.tsx';

interface Props {
  path: string;
  /** Which image, for the labels of its buttons. */
  what?: 'portrait' | 'cover' | 'image';
  label: string;
  value: Picture | undefined;
  /** Called with `undefined` to remove it. */
  onChange(picture: Picture | undefined): void;
  onAlt(alt: string): void;
  hint?: string;
  /** Whether the page needs it: then it can be replaced, but not removed. */
  isRequired?: boolean;
  isRound?: boolean;
  /** Width by height of its place on the page. Other images are cropped to it. */
  aspect?: number;
}

/** An image: chosen, dropped or pasted, and its alt text. */
export function PictureField({
  path,
  what = 'image',
  label,
  value,
  onChange,
  onAlt,
  hint,
  isRequired = false,
  isRound = false,
  aspect,
}: Props) {
  const { take, progress, refusal, dialog } = usePicture({
    aspect,
    isRound,
    onPicture: (picture) => onChange({ ...picture, alt: value?.alt ?? '' }),
  });
  const { ref, isOver } = useFiles<HTMLDivElement>(take);
  const sent = progress.value;
  return (
    <div class="flex flex-col gap-3">
      <FieldFrame path={path} label={label} hint={hint} fault={refusal.value} isGroup>
        <div
          ref={ref}
          class={classes(
            'flex items-center gap-3 rounded-xl',
            isOver.value && 'bg-tint outline-2 outline-offset-4 outline-accent outline-dashed',
          )}
        >
          <span
            class={classes(
              'relative grid size-14 shrink-0 place-items-center overflow-clip bg-hover text-soft',
              isRound ? 'rounded-full' : 'rounded-lg',
            )}
          >
            {value ? <img src={smallestFile(value)} alt="" class="size-full object-cover" /> : <Icon name="picture" />}
            {sent !== null && <span class="pulse absolute inset-0 bg-raised/70" />}
          </span>
          <PickFiles label={value ? words.replaceImageOf({ what }) : words.addImageOf({ what })} onPick={take}>
            {(open) => (
              <Button onClick={open} disabled={sent !== null} class="tabular-nums">
                {sent !== null ? uploadWords(sent) : value ? words.replace : words.addImage}
              </Button>
            )}
          </PickFiles>
          {!value && sent === null && <span class="text-xs text-pretty text-soft pointer-coarse:hidden">{words.dropOrPaste}</span>}
          {value && !isRequired && <IconButton icon="bin" label={words.removeImageOf({ what })} onClick={() => onChange(undefined)} />}
        </div>
        <span class="sr-only" role="status">
          {sent !== null && words.uploading}
        </span>
      </FieldFrame>
      {dialog}
      {value && (
        <TextField path={`${path}.alt`} label={words.altText} value={value.alt} max={ALT_MAX} onType={onAlt} hint={words.altTextHint} />
      )}
    </div>
  );
}
