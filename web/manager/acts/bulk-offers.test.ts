import type { Status, Tray } from '@foyer/domain/conversation';
import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { describe, expect, it } from 'vitest';
import { type ConversationState, stateOf } from '../conversations/conversation-state.ts';
import { type Offers, offersFor } from './bulk-offers.ts';

const at = (tray: Tray, status: Status = 'open', more: Partial<ConversationState> = {}): ConversationState => ({
  ...stateOf(CONVERSATION_DEFAULTS),
  tray,
  status,
  ...more,
});
const named = (offers: Offers[keyof Offers]) => offers.map(({ act, whyNot }) => [act.name, whyNot]);

describe('the bar of several conversations', () => {
  it('offers what rows offer, and the rest in its menu', () => {
    const { direct, menu, menuEnd } = offersFor([at('inbox'), at('inbox')]);
    expect(named(direct)).toEqual([
      ['archive', null],
      ['snooze', null],
      ['spam', null],
    ]);
    expect(named(menu)).toEqual(
      expect.arrayContaining([
        ['mute', null],
        ['copy-html', null],
      ]),
    );
    expect(named(menuEnd)).toEqual([
      ['block', null],
      ['report', null],
      ['delete', null],
    ]);
  });

  it('says why an act cannot be done to all of them', () => {
    const { menu, menuEnd } = offersFor([at('inbox', 'open', { isMuted: true }), at('inbox', 'open', { isBlocked: true })]);
    expect(named(menu)).toContainEqual(['mute', 'Some of them are already muted.']);
    expect(named(menu).map(([name]) => name)).not.toContain('unmute');
    expect(named(menuEnd)).toContainEqual(['block', 'Some of these visitors are already blocked.']);
  });

  it('has one act for each key, the one that applies to all', () => {
    const { direct } = offersFor([at('inbox'), at('inbox', 'snoozed')]);
    expect(direct.filter(({ act }) => act.key === 's').map(({ act, whyNot }) => [act.name, whyNot])).toEqual([['snooze', null]]);
  });

  it('leaves out acts that apply to none', () => {
    const names = named(offersFor([at('spam'), at('spam')]).direct).map(([name]) => name);
    expect(names).toEqual(['move-to-inbox']);
  });

  it('saves no files of many conversations', () => {
    const many = Array.from({ length: 11 }, () => at('inbox'));
    expect(named(offersFor(many).menu).map(([name]) => name)).not.toContain('copy-html');
  });
});
