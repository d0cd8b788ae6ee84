import type { Picture } from '@foyer/domain/picture';
import { isKept } from '@foyer/domain/picture-files';

/** The largest file of a picture, as an absolute address of the site at `origin`. */
export function pictureAddress(origin: string, picture: Picture): string {
  return `${origin}${picture.src}${isKept(picture) ? `/${picture.width}.webp` : ''}`;
}
