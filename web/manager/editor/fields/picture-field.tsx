import type { Picture } from '@foyer/domain/picture';
import { ALT_MAX, smallestFile } from '@foyer/domain/picture-files';
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { FieldFrame } from './field-frame.tsx';
import { PickFiles } from './pick-files.tsx';
import { TextField } from './text-field.tsx';

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
}

/** A picture: chosen from this machine, kept by the site, described in words. */
export function PictureField({ path, label, value, onChange, onAlt, hint, isRequired = false, isRound = false }: Props) {
  const { upload } = useEditing();
  const isUploading = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    isUploading.value = true;
    refusal.value = null;
    const outcome = await upload(file);
    isUploading.value = false;
    if ('picture' in outcome) onChange({ ...outcome.picture, alt: value?.alt ?? '' });
    else refusal.value = outcome.sentence;
  };
  return (
    <div class="flex flex-col gap-3">
      <FieldFrame path={path} label={label} hint={hint} fault={refusal.value} isGroup>
        <div class="flex items-center gap-3">
          <span
            class={classes(
              'relative grid size-14 shrink-0 place-items-center overflow-clip bg-hover text-soft',
              isRound ? 'rounded-full' : 'rounded-lg',
            )}
          >
            {value ? <img src={smallestFile(value)} alt="" class="size-full object-cover" /> : <Icon name="picture" />}
            {isUploading.value && <span class="pulse absolute inset-0 bg-raised/70" />}
          </span>
          <PickFiles label={value ? `Replace ${label.toLowerCase()}` : `Add ${label.toLowerCase()}`} onPick={take}>
            {(open) => (
              <Button onClick={open} disabled={isUploading.value}>
                {isUploading.value ? 'Uploading …' : value ? 'Replace' : 'Add a picture'}
              </Button>
            )}
          </PickFiles>
          {value && !isRequired && <IconButton icon="bin" label={`Remove ${label.toLowerCase()}`} onClick={() => onChange(undefined)} />}
        </div>
        <span class="sr-only" role="status">
          {isUploading.value && 'Uploading'}
        </span>
      </FieldFrame>
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
