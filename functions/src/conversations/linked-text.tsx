import { partsOf } from '@foyer/domain/links';

/** A message's text with its links, for a page without a script: to stand alone in a block with `dir="auto"`. */
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
