import { Status, Tray } from '@foyer/domain/conversation';
import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { describe, expect, it } from 'vitest';
import { filterOf, isIn, isView, labelIn, labelView, NAMED_VIEWS, VIEW_ORDER, viewOf } from './view.ts';

const LABELLED = labelView('x7');
const VIEWS = [...NAMED_VIEWS, LABELLED];

/** Conversations with every combination of what views ask for. */
const CONVERSATIONS = Tray.options.flatMap((tray) =>
  Status.options.flatMap((status) =>
    Array.from({ length: 32 }, (_, bits) => {
      const has = (bit: number) => (bits & (1 << bit)) !== 0;
      const flags = { isUnread: has(0), pinned: has(1), isMuted: has(2), labels: has(3) ? ['a1', 'x7'] : ['a1'] };
      return { ...CONVERSATION_DEFAULTS, tray, status, ...flags, lastMessage: { sender: has(4) ? VISITOR : MANAGER } };
    }),
  ),
);

/** What Firestore would find. */
function isFound(view: (typeof VIEWS)[number], conversation: object): boolean {
  return Object.entries(filterOf(view)).every(([path, wanted]) => {
    const value = path.split('.').reduce<unknown>((within, name) => (within as Record<string, unknown>)[name], conversation);
    if (typeof wanted !== 'object') return value === wanted;
    return 'contains' in wanted ? (value as string[]).includes(wanted.contains) : wanted.includes(value as string);
  });
}

describe('a view', () => {
  it('has exactly the conversations that its query finds', () => {
    for (const conversation of CONVERSATIONS) {
      expect(VIEWS.filter((view) => isIn(view, conversation))).toEqual(VIEWS.filter((view) => isFound(view, conversation)));
    }
  });

  it('has some conversations, and not all', () => {
    for (const view of VIEWS) {
      const count = CONVERSATIONS.filter((conversation) => isIn(view, conversation)).length;
      expect([count > 0, count < CONVERSATIONS.length]).toEqual([true, true]);
    }
  });

  it('of the main ones has a conversation alone', () => {
    for (const conversation of CONVERSATIONS) expect(VIEW_ORDER.filter((view) => isIn(view, conversation))).toEqual([viewOf(conversation)]);
  });

  it('is known by its name, or by the id of a label', () => {
    for (const view of VIEWS) expect(isView(view)).toBe(true);
    for (const other of [null, '', 'inbox', 'label:', 'label:a/b', `label:${'x'.repeat(41)}`]) expect(isView(other)).toBe(false);
    expect(VIEWS.map(labelIn).filter((id) => id !== null)).toEqual(['x7']);
  });
});
