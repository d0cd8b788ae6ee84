import { PICTURE_FORMATS, PICTURE_SIDE_MIN, PICTURE_WIDTHS, type PictureFormat } from '@foyer/domain/picture';
import type { Bucket } from '../cloud.ts';
import type { MadePicture } from './make-picture.ts';

/** One file of a kept picture. */
export interface PictureFile {
  managerId: string;
  hash: string;
  width: number;
  format: PictureFormat;
}

const ADDRESS = new RegExp(`^/pictures/([A-Za-z0-9_-]{1,128})/([0-9a-f]{32})/([1-9]\\d{1,3})\\.(${PICTURE_FORMATS.join('|')})$`);

/** The file at a path, exactly as it was sent: `/pictures/{managerId}/{hash}/{width}.{format}`. `null` for any other path. */
export function pictureFileAt(pathname: string): PictureFile | null {
  const [, managerId, hash, digits, name] = ADDRESS.exec(pathname) ?? [];
  const width = Number(digits);
  const format = PICTURE_FORMATS.find((known) => known === name);
  const isKeptWidth = width >= PICTURE_SIDE_MIN && width <= Math.max(...PICTURE_WIDTHS);
  return managerId && hash && format && isKeptWidth ? { managerId, hash, width, format } : null;
}

/** Puts all files of a picture into the bucket. Doing so again changes nothing: the same name has the same content, always. */
export async function putFiles(bucket: Bucket, managerId: string, hash: string, { files }: MadePicture): Promise<void> {
  await Promise.all(
    files.map(({ width, format, bytes }) =>
      bucket.file(nameOf({ managerId, hash, width, format })).save(bytes, { resumable: false, contentType: `image/${format}` }),
    ),
  );
}

/**
 * One file, or `null` where there is none. It is read whole, at most a few MB, and checked against its checksum before the first byte goes
 * out: browsers and the CDN keep what they get for a year, so they must not get half of it.
 */
export async function readFile(bucket: Bucket, file: PictureFile): Promise<Buffer | null> {
  try {
    const [bytes] = await bucket.file(nameOf(file)).download();
    return bytes;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 404) return null;
    throw error;
  }
}

/** The files that are there now. Each `delete` takes the one that was seen, and none that has come under the same name since. */
export async function filesOf(bucket: Bucket, managerId: string, hash: string): Promise<{ delete(): Promise<unknown> }[]> {
  const [files] = await bucket.getFiles({ prefix: folderOf(managerId, hash) });
  return files.map((file) => {
    const { generation } = file.metadata;
    return { delete: () => file.delete({ ignoreNotFound: true, ...(generation === undefined ? {} : { ifGenerationMatch: generation }) }) };
  });
}

/** The prefix of every file of one manager. */
export function filesBelow(managerId: string): string {
  return `pictures/${managerId}/`;
}

/** The files of one picture lie together, and nothing else lies there. */
function folderOf(managerId: string, hash: string): string {
  return `${filesBelow(managerId)}${hash}/`;
}

function nameOf({ managerId, hash, width, format }: PictureFile): string {
  return `${folderOf(managerId, hash)}${width}.${format}`;
}
