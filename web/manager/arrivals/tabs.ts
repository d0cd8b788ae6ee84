import { effect, type ReadonlySignal } from '@preact/signals';

/**
 * What the tabs of this browser tell each other. What a tab shows is a shared Web Lock that it holds: it ends with the tab, even if that
 * crashes. Without Web Locks each tab is on its own.
 */
const locks = navigator.locks as LockManager | undefined;

const VISIBLE = 'foyer:visible';
const LOOKING = 'foyer:looking:';
const TOLD = 'foyer:told';
/** More than could arrive before every tab has heard of them. */
const TOLD_MAX = 100;

/** Shows the other tabs whether this one is visible, and which conversation is open in it. Returns a function that stops it. */
export function showTabs(isVisible: ReadonlySignal<boolean>, openId: ReadonlySignal<string | null>): () => void {
  return effect(() => {
    if (!isVisible.value) return;
    const names = [VISIBLE, ...(openId.value === null ? [] : [LOOKING + openId.value])];
    const ending = new AbortController();
    const ended = new Promise<void>((resolve) => {
      ending.signal.addEventListener('abort', () => resolve());
    });
    for (const name of names) locks?.request(name, { mode: 'shared', signal: ending.signal }, () => ended).catch(() => {});
    return () => ending.abort();
  });
}

/** What other tabs show at the moment. */
export async function otherTabs(): Promise<{ isVisible: boolean; lookedAt: string[] }> {
  const { held = [] } = (await locks?.query()) ?? {};
  const names = held.flatMap(({ name }) => name ?? []);
  const lookedAt = names.filter((name) => name.startsWith(LOOKING)).map((name) => name.slice(LOOKING.length));
  return { isVisible: names.includes(VISIBLE), lookedAt };
}

/** Those of the messages that no tab has told yet. From now on this tab has. */
export async function claimMessages(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const claim = () => {
    const told = readTold();
    const mine = ids.filter((id) => !told.includes(id));
    writeTold([...told, ...mine].slice(-TOLD_MAX));
    return new Set(mine);
  };
  return locks ? locks.request(TOLD, claim) : claim();
}

/** If storage is refused, each tab tells everything. */
function readTold(): string[] {
  try {
    return (localStorage.getItem(TOLD) ?? '').split(' ');
  } catch {
    return [];
  }
}

function writeTold(ids: readonly string[]): void {
  try {
    localStorage.setItem(TOLD, ids.join(' '));
  } catch {}
}
