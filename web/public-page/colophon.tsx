import { firstNameOf } from '@foyer/domain/person-name';

/** The end of the page. A short page has its message box in sight and needs no way back to it. */
export function Colophon({ name, isShort }: { name: string; isShort: boolean }) {
  return (
    <footer class="colophon">
      {!isShort && (
        <a class="write" href="#conversation">
          Write to <bdi>{firstNameOf(name)}</bdi>
        </a>
      )}
      <p class="fact">No cookies until you write.</p>
      <p class="fact">
        <a href="/">A Foyer page</a>
      </p>
    </footer>
  );
}
