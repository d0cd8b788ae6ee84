import type { Picture } from '@foyer/domain/picture';
import { isKept } from '@foyer/domain/picture-files';

/** The absolute address of a picture's largest file, on the site at `origin`. */
export function pictureAddress(origin: string, picture: Picture): string {
  return `${origin}${picture.src}${isKept(picture) ? `/${picture.width}.webp` : ''}`;
}
