import type { Picture } from '@foyer/domain/picture';
import { ALT_MAX, smallestFile } from '@foyer/domain/picture-files';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { FieldFrame } from './field-frame.tsx';
import { PickFiles } from './pick-files.tsx';
import { TextField } from './text-field.tsx';
import { useFiles } from './use-files.ts';
import { uploadWords, usePicture } from './use-picture.tsx';

interface Props {
  path: string;
  label: string;
  value: Picture | undefined;
  /** `undefined` takes it away. */
  onChange(picture: Picture | undefined): void;
  onAlt(alt: string): void;
  hint?: string;
  /** Where the page needs it: it can be replaced, not taken away. */
  isRequired?: boolean;
  isRound?: boolean;
  /** Of its place on the page, width by height: another picture is cropped to it. */
  aspect?: number;
}

/** A picture: chosen from this machine, kept by the site, described in words. */
export function PictureField({ path, label, value, onChange, onAlt, hint, isRequired = false, isRound = false, aspect }: Props) {
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
          <PickFiles label={value ? `Replace ${label.toLowerCase()}` : `Add ${label.toLowerCase()}`} onPick={take}>
            {(open) => (
              <Button onClick={open} disabled={sent !== null} class="tabular-nums">
                {sent !== null ? uploadWords(sent) : value ? 'Replace' : 'Add a picture'}
              </Button>
            )}
          </PickFiles>
          {!value && sent === null && <span class="text-xs text-soft pointer-coarse:hidden">or drop or paste one here</span>}
          {value && !isRequired && <IconButton icon="bin" label={`Remove ${label.toLowerCase()}`} onClick={() => onChange(undefined)} />}
        </div>
        <span class="sr-only" role="status">
          {sent !== null && 'Uploading'}
        </span>
      </FieldFrame>
      {dialog}
      {value && (
        <TextField
          path={`${path}.alt`}
          label="What it shows"
          value={value.alt}
          max={ALT_MAX}
          onType={onAlt}
          hint="Read out to who cannot see it. Leave it empty if the picture only decorates."
        />
      )}
    </div>
  );
}
