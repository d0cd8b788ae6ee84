import { after } from '../../lib/after.ts';
import { CodeCard } from '../code/code-card.tsx';
import type { Talk } from '../talk/talk.ts';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
}

const LOAD_AGAIN_MS = 2000;
const LATE = 'This takes a moment: there is no connection just now.';

let asked: typeof import('./asked.tsx') | undefined;
let isLoading = false;

/** The one card above the composer. Only the code comes by itself; all others are asked for, and loaded then. */
export function Cards({ talk, name, slug }: Props) {
  const { card } = talk.state;
  if (card === null) return null;
  const { code } = talk.keeper.read();
  if (card === 'code') return code ? <CodeCard talk={talk} name={name} slug={slug} code={code} /> : null;
  if (asked) return <asked.Asked talk={talk} name={name} slug={slug} card={card} />;
  load(talk);
  return null;
}

async function load(talk: Talk): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  try {
    asked = await import('./asked.tsx');
    if (talk.state.said === LATE) talk.set({ said: '' });
  } catch {
    talk.set({ said: LATE });
    await after(LOAD_AGAIN_MS);
  }
  isLoading = false;
  talk.set({});
}
