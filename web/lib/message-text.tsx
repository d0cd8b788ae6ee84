import { partsOf } from '@foyer/domain/links';

/**
 * A message's text with its links, as nodes without a wrapper or classes. Render it alone in a block with `dir="auto"`, so a text can't
 * reorder what is next to it. Links are isolated too, always read from left to right as addresses are, and send their site no referrer.
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
