import type { SectionOf } from '@foyer/domain/profile';
import { Prose } from '../prose.tsx';
import { Ask } from './ask.tsx';

export function Services({ items }: SectionOf<'services'>) {
  return (
    <ul class="services">
      {items.map(({ id, title, text, price }) => (
        <li key={id}>
          <h3 dir="auto">{title}</h3>
          {text && <Prose text={text} />}
          <p class="service-foot">
            {price && <bdi class="price">{price}</bdi>} <Ask id={id} title={title} />
          </p>
        </li>
      ))}
    </ul>
  );
}
