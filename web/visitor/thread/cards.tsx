import { after } from '../../lib/after.ts';
import { CodeCard } from '../code/code-card.tsx';
import { speakCards } from '../speak.ts';
import type { Talk } from '../talk/talk.ts';
import { thread } from '../words.ts';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
}

const LOAD_AGAIN_MS = 2000;

let asked: typeof import('./asked.tsx') | undefined;
let isLoading = false;

/** The one card above the composer. Only the code card appears on its own; all others are loaded when opened. */
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
    [asked] = await Promise.all([import('./asked.tsx'), speakCards()]);
    if (talk.state.said === thread.cardLate) talk.set({ said: '' });
  } catch {
    talk.set({ said: thread.cardLate });
    await after(LOAD_AGAIN_MS);
  }
  isLoading = false;
  talk.set({});
}
