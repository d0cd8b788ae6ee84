import type { SectionOf } from '@foyer/domain/profile';
import { dayName } from '../day-name.ts';
import { Markdown } from '../markdown.tsx';

export function Now({ text, updatedOn }: SectionOf<'now'>) {
  return (
    <div class="now">
      <Markdown text={text} />
      {updatedOn && (
        <p class="fact" lang="en">
          As of <time dateTime={updatedOn}>{dayName(updatedOn)}</time>
        </p>
      )}
    </div>
  );
}
