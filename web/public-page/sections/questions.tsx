import type { SectionOf } from '@foyer/domain/profile';
import { Markdown } from '../markdown.tsx';

/** Each opens without a script, and the browser's find in page searches its content. */
export function Questions({ items }: SectionOf<'faq'>) {
  return (
    <div class="faq">
      {items.map(({ id, question, answer }) => (
        <details key={id}>
          <summary dir="auto">{question}</summary>
          <Markdown text={answer} />
        </details>
      ))}
    </div>
  );
}
