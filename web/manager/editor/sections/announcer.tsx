import { signal } from '@preact/signals';

const said = signal('');

/** Has a screen reader say what was just moved. */
export function announce(words: string): void {
  said.value = words;
}

/** Where it is said; there all the time, so that it is heard. */
export function Announcer() {
  return (
    <p role="status" class="sr-only">
      {said.value}
    </p>
  );
}
