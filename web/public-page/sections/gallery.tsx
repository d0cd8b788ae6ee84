import type { SectionOf } from '@foyer/domain/profile';
import { Photo } from '../photo.tsx';
import { SIZES } from '../sizes.ts';

export function Gallery({ items }: SectionOf<'gallery'>) {
  return (
    <ul class="gallery">
      {items.map(({ id, image, caption }) => (
        <li key={id}>
          <figure>
            <Photo picture={image} sizes={SIZES.gallery} />
            {caption && <figcaption dir="auto">{caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}
