import { firstNameOf } from '@foyer/domain/person-name';
import { withNodes } from '@foyer/words/with-nodes';
import { siteHref } from './site-words.ts';
import { useSpoken } from './words.ts';

/** The end of the page. A short page needs no link back to its message box, which is still in view. */
export function Colophon({ name, isShort }: { name: string; isShort: boolean }) {
  const { tag, words } = useSpoken();
  return (
    <footer class="colophon">
      {!isShort && (
        <a class="write" href="#conversation">
          {withNodes(words.writeTo, { name: <bdi>{firstNameOf(name)}</bdi> })}
        </a>
      )}
      <p class="fact">{words.noCookies}</p>
      <p class="fact">
        <a href={siteHref('/', tag)}>{words.foyerPage}</a>
      </p>
    </footer>
  );
}
