import type { Picture, uploadPictureEndpoint } from '@foyer/domain/picture';
import { PICTURE_BYTES_MAX } from '@foyer/domain/picture-files';
import { sendBytes } from '../../../lib/api.ts';
import { type Proof, problemSentence } from '../../auth/proof.ts';

/** The picture as it is kept, or the sentence that says why not. */
export type Upload = { picture: Picture } | { sentence: string };
export type UploadPicture = (file: File) => Promise<Upload>;

/** Uploads a picture for the manager. What is plainly none, or too large, is not sent at all. */
export async function uploadPicture(proof: Proof, file: File): Promise<Upload> {
  const sentence = fileFault(file);
  if (sentence !== null) return { sentence };
  try {
    return { picture: await sendBytes<typeof uploadPictureEndpoint>('/api/pictures', file, await proof()) };
  } catch (problem) {
    return { sentence: problemSentence(problem) };
  }
}

/** Why a file is not worth sending, or `null`. */
export function fileFault({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!type.startsWith('image/')) return 'This file is not a picture.';
  if (size > PICTURE_BYTES_MAX) return `This picture has ${(size / 1e6).toFixed(1)} MB; up to ${PICTURE_BYTES_MAX / 1e6} MB can be taken.`;
  return size === 0 ? 'This file is empty.' : null;
}
