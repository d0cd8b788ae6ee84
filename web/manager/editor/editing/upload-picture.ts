import type { Picture, uploadPictureEndpoint } from '@foyer/domain/picture';
import { PICTURE_BYTES_MAX } from '@foyer/domain/picture-files';
import { sendBytes } from '../../../lib/send-bytes.ts';
import { type Proof, problemSentence } from '../../auth/proof.ts';

/** The picture as it is kept, or the sentence that says why not. */
export type Upload = { picture: Picture } | { sentence: string };
/** `onProgress` hears how much of the file has left, from 0 to 1. */
export type UploadPicture = (file: File, onProgress?: (part: number) => void) => Promise<Upload>;

/** Uploads a picture for the manager. What is plainly none, or too large, is not sent at all. */
export async function uploadPicture(proof: Proof, file: File, onProgress?: (part: number) => void): Promise<Upload> {
  const sentence = fileFault(file);
  if (sentence !== null) return { sentence };
  try {
    return { picture: await sendBytes<typeof uploadPictureEndpoint>('/api/pictures', file, await proof(), onProgress) };
  } catch (problem) {
    return { sentence: problemSentence(problem) };
  }
}

/** Why a file is not worth sending, or `null`. */
export function fileFault({ type, size, name }: Pick<File, 'type' | 'size' | 'name'>): string | null {
  if (isHeic({ type, name })) {
    return 'Browsers can’t show iPhone photos in HEIC. Export this one as JPEG, or choose “Most Compatible” in Settings > Camera > Formats.';
  }
  if (!type.startsWith('image/')) return 'This file is not a picture.';
  if (size > PICTURE_BYTES_MAX) return `This picture has ${(size / 1e6).toFixed(1)} MB; up to ${PICTURE_BYTES_MAX / 1e6} MB can be taken.`;
  return size === 0 ? 'This file is empty.' : null;
}

/** Some browsers know no type for it. */
function isHeic({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return /^image\/hei[cf](?:-sequence)?$/.test(type) || (type === '' && /\.hei[cf]$/i.test(name));
}
