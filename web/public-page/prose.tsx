import { paragraphs } from './paragraphs.ts';

/** A manager's text as paragraphs: text nodes only, each in its own script's direction. */
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
