import type { Picture } from '@foyer/domain/picture';
import { isKept, widthsOf } from '@foyer/domain/picture-files';

interface Props {
  picture: Picture;
  /** Of the element, beside its placeholder's. */
  class?: string;
  /** How wide it is shown, as HTML's `sizes`. */
  sizes: string;
  /** One that is seen at once is asked for at once; all others when they come near. */
  isFirst?: boolean;
}

/** A manager's picture, in the width and format that suit the screen. Its size is known, so nothing moves when it comes. */
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

/** The addresses of a kept picture in one format, with their widths. */
export function srcsetOf({ src, width }: Picture, format: 'avif' | 'webp'): string {
  return widthsOf(width)
    .map((kept) => `${src}/${kept}.${format} ${kept}w`)
    .join(',');
}

/** The class under which a picture's placeholder stands in the page's one style: an attribute of style would need another permission. */
export function blurClass({ src }: Picture): string {
  return `b-${src.slice(-8)}`;
}
