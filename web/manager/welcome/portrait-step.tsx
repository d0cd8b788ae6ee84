import type { Picture } from '@foyer/domain/picture';
import { smallestFile } from '@foyer/domain/picture-files';
import { type Signal, useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Proof } from '../auth/proof.ts';
import { uploadPicture } from '../editor/editing/upload-picture.ts';
import { PickFiles } from '../editor/fields/pick-files.tsx';

/** A first picture of the manager. */
export function PortraitStep({ proof, portrait }: { proof: Proof; portrait: Signal<Picture | null> }) {
  const isUploading = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    isUploading.value = true;
    refusal.value = null;
    const outcome = await uploadPicture(proof, file);
    isUploading.value = false;
    if ('picture' in outcome) portrait.value = outcome.picture;
    else refusal.value = outcome.sentence;
  };
  return (
    <div class="flex items-center gap-5">
      <span class="grid size-24 shrink-0 place-items-center overflow-clip rounded-full bg-hover text-soft">
        {portrait.value ? (
          <img src={smallestFile(portrait.value)} alt="" class="size-full object-cover" />
        ) : (
          <Icon name="person" class="size-8" />
        )}
      </span>
      <div>
        <PickFiles label="Add your picture" onPick={take}>
          {(open) => (
            <Button onClick={open} disabled={isUploading.value}>
              {isUploading.value ? 'Uploading …' : portrait.value ? 'Take another' : 'Add a picture'}
            </Button>
          )}
        </PickFiles>
        <p role="status" class={refusal.value ? 'mt-2 text-sm text-pretty text-danger' : 'mt-2 text-sm text-soft'}>
          {refusal.value ?? 'JPEG, PNG or WebP, up to 10 MB.'}
        </p>
      </div>
    </div>
  );
}
