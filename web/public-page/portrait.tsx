import type { Picture } from '@foyer/domain/profile';

/** The picture is the first thing painted, so it is asked for first; its size is known, so nothing moves when it comes. */
export function Portrait({ picture: { src, width, height, alt } }: { picture: Picture }) {
  return <img class="portrait" src={src} width={width} height={height} alt={alt} decoding="async" fetchpriority="high" />;
}
