import type { SectionOf } from '@foyer/domain/profile';
import { Markdown } from '../markdown.tsx';

/** Each opens by itself, without a script, and a search in the page finds what is inside. */
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
