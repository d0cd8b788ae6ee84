import { withNodes } from '@foyer/words/with-nodes';
import { classes } from '../../ui/classes.ts';

interface Props<V> {
  message(values: V): string;
  values: V;
  /** Classes of the text values, which other people wrote. */
  class?: string | undefined;
}

/**
 * A sentence on one line of a flex container. If there is no room, only its text values, which other people wrote, are truncated, in their own
 * direction, at its end.
 */
export function CutSentence<V extends Readonly<Record<string, string | number>>>({ message, values, class: look }: Props<V>) {
  const nodes = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? (
      value
    ) : (
      <span key={name} dir="auto" class={classes('min-w-0 truncate', look)}>
        {value}
      </span>
    ),
  ]);
  return (
    <>
      {withNodes(message, Object.fromEntries(nodes)).map((part, index) =>
        typeof part === 'string' ? (
          <span key={index} class="shrink-0 whitespace-pre">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
