import type { SectionOf } from '@foyer/domain/profile';

export function Skills({ items }: SectionOf<'skills'>) {
  return (
    <ul class="skills">
      {items.map(({ id, name }) => (
        <li key={id} dir="auto">
          {name}
        </li>
      ))}
    </ul>
  );
}
