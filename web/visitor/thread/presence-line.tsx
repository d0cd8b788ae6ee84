import type { ShownPresence } from '@foyer/domain/manager-presence';
import { thread } from '../words.ts';

/** How the manager is there, below the thread's heading. Its line is always reserved: appearing text must not move the messages. */
export function PresenceLine({ shown }: { shown: ShownPresence | null }) {
  return (
    <p class="presence">
      {shown && (
        <>
          <span class={shown.look}>{textOf(shown.look)}</span> {shown.status && <bdi>{shown.status}</bdi>}
        </>
      )}
    </p>
  );
}

function textOf(look: ShownPresence['look']): string {
  switch (look) {
    case 'online':
      return thread.online;
    case 'away':
      return thread.away({ time: document.getElementById('conversation')?.dataset.replies ?? '' });
    case 'do-not-disturb':
      return thread.doNotDisturb;
  }
}
