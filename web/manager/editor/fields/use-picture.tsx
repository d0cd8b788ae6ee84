import type { Picture } from '@foyer/domain/picture';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { locale } from '../../../lib/language.ts';
import { useEditing } from '../editing/editor-context.ts';
import { fileFault } from '../editing/upload-picture.ts';
import { words } from '../words.ts';
import { fits } from './crop-area.ts';
import { CropDialog } from './crop-dialog.tsx';
import { croppedFile, readPicture } from './cropped.ts';

const PERCENT = new Intl.NumberFormat(locale, { style: 'percent' });

interface Options {
  /** Width by height of its place on the page. Without it, any shape is accepted. */
  aspect?: number | undefined;
  isRound?: boolean;
  onPicture(picture: Picture): void;
}

/** Turns a file into a stored image: cropped by the manager if its place has another shape, then uploaded. */
export function usePicture({ aspect, isRound = false, onPicture }: Options) {
  const { upload } = useEditing();
  const progress = useSignal<number | null>(null);
  const refusal = useSignal<string | null>(null);
  const cropping = useSignal<{ file: File; picture: ImageBitmap; aspect: number } | null>(null);
  const send = async (file: File) => {
    progress.value = 0;
    const outcome = await upload(file, (part) => {
      progress.value = part;
    });
    progress.value = null;
    if ('picture' in outcome) onPicture(outcome.picture);
    else refusal.value = outcome.sentence;
  };
  const end = () => {
    cropping.value?.picture.close();
    cropping.value = null;
  };

  return {
    /** From 0 to 1 while it is sent; `null` otherwise. */
    progress: progress as ReadonlySignal<number | null>,
    refusal: refusal as ReadonlySignal<string | null>,
    take: async ([file]: File[]): Promise<void> => {
      if (!file || progress.peek() !== null) return;
      refusal.value = null;
      // A file that is refused as it is may be accepted after cropping: it gets smaller, and some browsers read formats that others can't.
      const picture = aspect === undefined ? null : await readPicture(file);
      if (picture && aspect !== undefined && (!fits(picture, aspect) || fileFault(file) !== null))
        cropping.value = { file, picture, aspect };
      else await send(file);
    },
    dialog:
      cropping.value &&
      ((
        <CropDialog
          picture={cropping.value.picture}
          aspect={cropping.value.aspect}
          isRound={isRound}
          onClose={end}
          onDone={async (framing) => {
            if (!cropping.value) return;
            const { file, picture, aspect: asked } = cropping.value;
            const part = await croppedFile(file, picture, asked, framing);
            end();
            await send(part);
          }}
        />
      ) as VNode | null),
  };
}

export function uploadWords(progress: number): string {
  return progress < 1 ? words.uploadingPart({ percent: PERCENT.format(progress) }) : words.processing;
}
