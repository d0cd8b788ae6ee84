import { partsOf } from '@foyer/domain/links';

/** Needs no script. Render it alone in a block with `dir="auto"`. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {partsOf(text).map((part) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a href={part.href} dir="ltr" rel="noopener noreferrer nofollow ugc">
            {part.text}
          </a>
        ),
      )}
    </>
  );
}
