import type { Picture, uploadPictureEndpoint } from '@foyer/domain/picture';
import { PICTURE_BYTES_MAX } from '@foyer/domain/picture-files';
import { locale } from '../../../lib/language.ts';
import { sendBytes } from '../../../lib/send-bytes.ts';
import type { Proof } from '../../auth/proof.ts';
import { problemSentence } from '../../problem-words.ts';
import { words } from '../words.ts';

/** The stored image, or the sentence that says why there is none. */
export type Upload = { picture: Picture } | { sentence: string };
/** `onProgress` is called with the share of the file that was sent, from 0 to 1. */
export type UploadPicture = (file: File, onProgress?: (part: number) => void) => Promise<Upload>;

/** Uploads an image for the manager. A file that is clearly no image, or too large, is not sent. */
export async function uploadPicture(proof: Proof, file: File, onProgress?: (part: number) => void): Promise<Upload> {
  const sentence = fileFault(file);
  if (sentence !== null) return { sentence };
  try {
    return { picture: await sendBytes<typeof uploadPictureEndpoint>('/api/pictures', file, await proof(), onProgress) };
  } catch (problem) {
    return { sentence: problemSentence(problem) };
  }
}

/** The sentence that says why a file is not sent, or `null`. */
export function fileFault({ type, size, name }: Pick<File, 'type' | 'size' | 'name'>): string | null {
  if (isHeic({ type, name })) {
    return words.heicRefused;
  }
  if (!type.startsWith('image/')) return words.notAnImage;
  if (size > PICTURE_BYTES_MAX) return words.imageTooLarge({ size: megabytes(size), limit: megabytes(PICTURE_BYTES_MAX) });
  return size === 0 ? words.fileEmpty : null;
}

/** Rounded up, so a size above a limit is never shown as the limit. */
function megabytes(bytes: number): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1, roundingMode: 'ceil' });
  return format.format(bytes / 1e6);
}

/** Some browsers give HEIC files no type. */
function isHeic({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return /^image\/hei[cf](?:-sequence)?$/.test(type) || (type === '' && /\.hei[cf]$/i.test(name));
}
