import { initialOf } from '@foyer/domain/person-name';
import { classes } from '../../ui/classes.ts';
import { useWorkspace } from '../workspace/context.ts';

/** The manager's picture, or their first letter. `class` gives its size. */
export function Portrait({ class: size }: { class: string }) {
  const page = useWorkspace().page.value;
  const look = classes('shrink-0 rounded-full', size);
  if (page?.portrait) return <img src={page.portrait} alt="" class={`${look} bg-hover object-cover`} />;
  if (!page) return <span class={`${look} bg-hover`} />;
  return (
    <span class={`${look} grid place-items-center bg-ink font-semibold text-paper`} aria-hidden="true">
      {initialOf(page.name)}
    </span>
  );
}
