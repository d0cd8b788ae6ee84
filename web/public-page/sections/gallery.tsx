import type { SectionOf } from '@foyer/domain/profile';
import { Photo } from '../photo.tsx';
import { SIZES } from '../sizes.ts';

/** Where a stylesheet keeps captions until they are asked for, a keyboard has to be able to ask too. */
export function Gallery({ items, hidesCaptions }: SectionOf<'gallery'> & { hidesCaptions: boolean }) {
  return (
    <ul class="gallery">
      {items.map(({ id, image, caption }) => (
        <li key={id}>
          <figure tabIndex={hidesCaptions && caption ? 0 : undefined}>
            <Photo picture={image} sizes={SIZES.gallery} />
            {caption && <figcaption dir="auto">{caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}
