import type { Profile } from '@foyer/domain/profile';
import { Prose } from './prose.tsx';

export function Services({ services }: { services: Profile['services'] }) {
  return (
    <ul class="services">
      {services.map(({ title, text, price }) => (
        <li key={title}>
          <h3 dir="auto">{title}</h3>
          <Prose text={text} />
          {price && (
            <p class="price">
              <bdi>{price}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
