import type { Picture } from '@foyer/domain/picture';
import { isKept, widthsOf } from '@foyer/domain/picture-files';

interface Props {
  picture: Picture;
  class?: string;
  /** The displayed width, as HTML's `sizes`. */
  sizes: string;
  /** Loads a picture in the first view immediately, all others when they come near. */
  isFirst?: boolean;
}

/** A manager's picture, in the width and format that suit the screen. Its size is known, so loading shifts nothing. */
export function Photo({ picture, class: name, sizes, isFirst = false }: Props) {
  const { src, width, height, alt, blur } = picture;
  const image = {
    class: [name, blur && blurClass(picture)].filter(Boolean).join(' ') || undefined,
    width,
    height,
    decoding: 'async',
    fetchpriority: isFirst ? 'high' : undefined,
    loading: isFirst ? undefined : 'lazy',
  } as const;
  if (!isKept(picture)) return <img {...image} alt={alt} src={src} />;
  return (
    <picture>
      <source type="image/avif" srcset={srcsetOf(picture, 'avif')} sizes={sizes} />
      <img {...image} alt={alt} src={`${src}/${width}.webp`} srcset={srcsetOf(picture, 'webp')} sizes={sizes} />
    </picture>
  );
}

/** The `srcset` of a stored picture in one format. */
export function srcsetOf({ src, width }: Picture, format: 'avif' | 'webp'): string {
  return widthsOf(width)
    .map((kept) => `${src}/${kept}.${format} ${kept}w`)
    .join(',');
}

/** The class of a picture's placeholder in the page's one style element: a style attribute would need another permission. */
export function blurClass({ src }: Picture): string {
  return `b-${src.slice(-8)}`;
}
