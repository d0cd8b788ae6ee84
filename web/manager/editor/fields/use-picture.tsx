import type { Picture } from '@foyer/domain/picture';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEditing } from '../editing/editor-context.ts';
import { fileFault } from '../editing/upload-picture.ts';
import { fits } from './crop-area.ts';
import { CropDialog } from './crop-dialog.tsx';
import { croppedFile, readPicture } from './cropped.ts';

interface Options {
  /** Of the place that it is for, width by height; any where it is not given. */
  aspect?: number | undefined;
  isRound?: boolean;
  onPicture(picture: Picture): void;
}

/** A picture on its way: from a file, by a choice of what it shows where its place has an aspect, to what the site keeps. */
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
      // Too large to be sent is not too large to be made smaller, and some browsers can show what others cannot.
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

/** What is said while a picture is on its way. */
export function uploadWords(progress: number): string {
  return progress < 1 ? `Uploading ${Math.round(progress * 100)}%` : 'Processing…';
}
