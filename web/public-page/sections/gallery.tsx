import type { SectionOf } from '@foyer/domain/profile';
import { Photo } from '../photo.tsx';
import { SIZES } from '../sizes.ts';

/** If a stylesheet hides captions until hover, keyboard focus must be able to show them too. */
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
