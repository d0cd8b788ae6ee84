import { paragraphs } from './paragraphs.ts';

/** A manager's text as paragraphs: text nodes only, each in the direction of its own script. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {paragraphs(text).map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
