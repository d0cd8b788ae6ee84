import { signal } from '@preact/signals';

const said = signal('');

/** Has a screen reader announce something. */
export function announce(sentence: string): void {
  said.value = sentence;
}

/** The live region of `announce`. It is always in the document, since screen readers ignore a new one's first text. */
export function Announcer() {
  return (
    <p role="status" class="sr-only">
      {said.value}
    </p>
  );
}
