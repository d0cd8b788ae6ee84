import { createHash } from 'node:crypto';

/** A text like those that a page is made of, the same on every machine. */
const TEXT = Array.from({ length: 400 }, (_, index) => `<p class="c${index % 7}">Line ${index} of “a page” & its <b>markup</b></p>`).join(
  '\n',
);
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A fixed piece of work for the processor, of the kind that a render is: objects, strings and a hash. Times of the product are measured
 * against it in the same process, so that a slow machine slows down both. Returns what it made, so that nothing of it is left out.
 */
export function fixedWork(): string {
  const lines = TEXT.split('\n').map((text, index) => ({ index, text: text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter) }));
  const read = JSON.parse(JSON.stringify(lines)) as typeof lines;
  return createHash('sha256')
    .update(read.map(({ index, text }) => `${index}:${text}`).join('\n'))
    .digest('hex');
}

/** Milliseconds of this process's processor that `act` takes. */
export async function cpuOf(act: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
