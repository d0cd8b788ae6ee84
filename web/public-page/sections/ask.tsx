import { useSpoken } from '../words.ts';

/** Links to the message box, where the island then names the item. Its accessible name starts with its visible text (WCAG 2.5.3). */
export function Ask({ id, title }: { id: string; title: string }) {
  const { words, own } = useSpoken();
  return (
    <a class="ask" {...own} href="#conversation" data-ask={id} aria-label={words.askAbout({ title })}>
      {words.ask}
    </a>
  );
}
