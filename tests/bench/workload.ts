import { createHash } from 'node:crypto';

const TEXT = Array.from({ length: 400 }, (_, index) => `<p class="c${index % 7}">Line ${index} of “a page” & its <b>markup</b></p>`).join(
  '\n',
);
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A fixed piece of work like a render: objects, strings and a hash. Our own times are measured against it in the same process, so a slow
 * machine slows down both. Returns its result, so none of the work can be skipped.
 */
export function fixedWork(): string {
  const lines = TEXT.split('\n').map((text, index) => ({ index, text: text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter) }));
  const read = JSON.parse(JSON.stringify(lines)) as typeof lines;
  return createHash('sha256')
    .update(read.map(({ index, text }) => `${index}:${text}`).join('\n'))
    .digest('hex');
}

/** Milliseconds of this process's processor time that `act` takes. */
export async function cpuOf(act: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
