import { initialOf } from '@foyer/domain/person-name';
import { useWorkspace } from '../workspace/context.ts';

/** The manager's picture, or their first letter. */
export function Portrait() {
  const page = useWorkspace().page.value;
  const look = 'size-7 shrink-0 rounded-full';
  if (page?.portrait) return <img src={page.portrait} alt="" class={`${look} bg-hover object-cover`} />;
  if (!page) return <span class={`${look} bg-hover`} />;
  return (
    <span class={`${look} grid place-items-center bg-ink text-xs font-semibold text-paper`} aria-hidden="true">
      {initialOf(page.name)}
    </span>
  );
}
