import type { SectionOf } from '@foyer/domain/profile';
import { Prose } from '../prose.tsx';

export function Experience({ items }: SectionOf<'experience'>) {
  return (
    <ol class="experience">
      {items.map(({ id, role, place, period, text }) => (
        <li key={id}>
          {period && (
            <p class="fact period">
              <bdi>{period}</bdi>
            </p>
          )}
          <div>
            <h3 dir="auto">{role}</h3>
            {place && (
              <p class="place" dir="auto">
                {place}
              </p>
            )}
            {text && <Prose text={text} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
