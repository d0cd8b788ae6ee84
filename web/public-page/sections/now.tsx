import type { SectionOf } from '@foyer/domain/profile';
import { withNodes } from '@foyer/words/with-nodes';
import { dayName } from '../day-name.ts';
import { Markdown } from '../markdown.tsx';
import { useSpoken } from '../words.ts';

export function Now({ text, updatedOn }: SectionOf<'now'>) {
  const { words, own, locale } = useSpoken();
  return (
    <div class="now">
      <Markdown text={text} />
      {updatedOn && (
        <p class="fact" {...own}>
          {withNodes(words.updatedOn, { date: <time dateTime={updatedOn}>{dayName(updatedOn, locale)}</time> })}
        </p>
      )}
    </div>
  );
}
