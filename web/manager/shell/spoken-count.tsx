/** A number on the screen, and what it counts for screen readers. */
export function SpokenCount({ shown, said }: { shown: string; said: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span class="sr-only">{said}</span>
    </>
  );
}
