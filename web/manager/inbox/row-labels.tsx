import { useEffect } from 'preact/hooks';
import { labels, needLabels } from '../conversations/known-labels.ts';
import { useWorkspace } from '../workspace/context.ts';

/** More have no room next to the preview. */
const SHOWN_MAX = 2;

/** A conversation's first labels. Ids of deleted labels are left out. */
export function RowLabels({ ids }: { ids: readonly string[] }) {
  const { store } = useWorkspace();
  useEffect(() => needLabels(store), [store]);
  const own = [...(labels.value?.values() ?? [])].filter(({ id }) => ids.includes(id));
  return (
    <>
      {own.slice(0, SHOWN_MAX).map(({ id, name, color, textColor }) => (
        <span
          key={id}
          dir="auto"
          class="me-1 max-w-24 shrink-0 self-center truncate rounded px-1.5 text-xs leading-4.5 font-medium outline-1 -outline-offset-1 outline-edge/40"
          style={{ backgroundColor: color, color: textColor }}
        >
          {name}
        </span>
      ))}
    </>
  );
}
