import { PICTURE_FORMATS, PICTURE_SIDE_MIN, PICTURE_WIDTHS, type PictureFormat } from '@foyer/domain/picture';
import type { Bucket } from '../cloud.ts';
import type { MadePicture } from './make-picture.ts';

export interface PictureFile {
  managerId: string;
  hash: string;
  width: number;
  format: PictureFormat;
}

const ADDRESS = new RegExp(`^/pictures/([A-Za-z0-9_-]{1,128})/([0-9a-f]{32})/([1-9]\\d{1,3})\\.(${PICTURE_FORMATS.join('|')})$`);

/** Parses `/pictures/{managerId}/{hash}/{width}.{format}`, exactly as sent; `null` for any other path. */
export function pictureFileAt(pathname: string): PictureFile | null {
  const [, managerId, hash, digits, name] = ADDRESS.exec(pathname) ?? [];
  const width = Number(digits);
  const format = PICTURE_FORMATS.find((known) => known === name);
  const isKeptWidth = width >= PICTURE_SIDE_MIN && width <= Math.max(...PICTURE_WIDTHS);
  return managerId && hash && format && isKeptWidth ? { managerId, hash, width, format } : null;
}

/** Safe to repeat: a name always has the same content. */
export async function putFiles(bucket: Bucket, managerId: string, hash: string, { files }: MadePicture): Promise<void> {
  await Promise.all(
    files.map(({ width, format, bytes }) =>
      bucket.file(nameOf({ managerId, hash, width, format })).save(bytes, { resumable: false, contentType: `image/${format}` }),
    ),
  );
}

/** Reads a few MB at most, whole, and verifies the checksum first: browsers and the CDN cache it for a year, so it must not be partial. */
export async function readFile(bucket: Bucket, file: PictureFile): Promise<Buffer | null> {
  try {
    const [bytes] = await bucket.file(nameOf(file)).download();
    return bytes;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 404) return null;
    throw error;
  }
}

/** Each `delete` removes only the version it saw, not a later one with the same name. */
export async function filesOf(bucket: Bucket, managerId: string, hash: string): Promise<{ delete(): Promise<unknown> }[]> {
  const [files] = await bucket.getFiles({ prefix: folderOf(managerId, hash) });
  return files.map((file) => {
    const { generation } = file.metadata;
    return { delete: () => file.delete({ ignoreNotFound: true, ...(generation === undefined ? {} : { ifGenerationMatch: generation }) }) };
  });
}

export function filesBelow(managerId: string): string {
  return `pictures/${managerId}/`;
}

function folderOf(managerId: string, hash: string): string {
  return `${filesBelow(managerId)}${hash}/`;
}

function nameOf({ managerId, hash, width, format }: PictureFile): string {
  return `${folderOf(managerId, hash)}${width}.${format}`;
}
