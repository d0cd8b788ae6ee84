import { partsOf } from '@foyer/domain/links';

/**
 * A message's text with its links, as nodes without a wrapper or classes. Put it alone into a block with `dir="auto"`: then no text can
 * reorder what stands beside it. A link is isolated too, and always read from the left, as addresses are; it tells its site nothing.
 */
export function MessageText({ text }: { text: string }) {
  return (
    <>
      {partsOf(text).map(({ text, href }, index) =>
        href ? (
          <a key={index} href={href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow ugc">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </>
  );
}
