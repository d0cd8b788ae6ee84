import { type ComponentChild, createElement as h, render } from 'preact';
import { keepTranslatedTexts } from '../../web/lib/translated-texts.ts';

/** A page that changes at random, drawn twice: into `#translated`, and into `#plain`, which no translator touches. */
const WORDS = ['Sent', 'Sending', 'Seen', 'Not sent yet', '1 new message', '2 new messages', ' ', '', 'Copied', 'Copy'];

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Up to four children: texts, nothing, and elements with and without keys, which move. */
function children(pick: (below: number) => number, depth: number): ComponentChild[] {
  return Array.from({ length: pick(5) }, () => {
    const kind = pick(depth > 0 ? 6 : 3);
    if (kind === 0) return null;
    if (kind < 3) return WORDS[pick(WORDS.length)] ?? null;
    const [key, tag] = [pick(3) ? undefined : `k${pick(4)}`, ['b', 'p', 'button'][pick(3)] ?? 'b'];
    return h(tag, key === undefined ? {} : { key: `${key}-${pick(1000)}` }, children(pick, depth - 1));
  });
}

Object.assign(window, {
  start: () => keepTranslatedTexts(document.getElementById('translated') as Element),
  draw(seed: number) {
    for (const id of ['translated', 'plain']) render(h('div', null, children(random(seed), 3)), document.getElementById(id) as Element);
  },
});
