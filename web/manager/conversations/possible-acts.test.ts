import { describe, expect, it } from 'vitest';
import { viewOf } from '../inbox/view.ts';
import { type Act, changeFor, possibleActs, whyNot } from './possible-acts.ts';

const at = (tray: 'inbox' | 'requests' | 'spam', status: 'open' | 'snoozed' | 'closed' = 'open', isBlocked = false) => ({
  tray,
  status,
  isBlocked,
});

describe('a conversation', () => {
  it('is taken in from requests and from spam, and goes to spam from anywhere else', () => {
    expect(possibleActs(at('requests'))).toEqual(['spam', 'release']);
    expect(possibleActs(at('spam'))).toEqual(['release']);
    for (const status of ['open', 'snoozed', 'closed'] as const) expect(possibleActs(at('inbox', status))).toContain('spam');
  });

  it('can be closed and snoozed only in the inbox, and never while its visitor is blocked', () => {
    expect(possibleActs(at('inbox'))).toContain('snooze');
    expect(possibleActs(at('inbox', 'closed'))).toEqual(['spam', 'reopen']);
    expect(possibleActs(at('inbox', 'closed', true))).toEqual(['spam', 'unblock']);
    expect(possibleActs(at('requests', 'closed'))).not.toContain('reopen');
  });

  it('says what stands in the way of an act', () => {
    const refused: [Act, ReturnType<typeof at>][] = [
      ['release', at('inbox')],
      ['spam', at('spam')],
      ['close', at('requests')],
      ['snooze', at('inbox', 'closed', true)],
      ['snooze', at('inbox', 'closed')],
    ];
    expect(new Set(refused.map(([act, conversation]) => whyNot(act, conversation))).size).toBe(refused.length);
  });

  it('is open once it was taken in, whatever it was before; a blocked one rests among the closed', () => {
    const taken = (before: ReturnType<typeof at>) => viewOf({ ...before, ...changeFor('release', before) });
    expect(taken(at('spam', 'snoozed'))).toBe('open');
    expect(taken(at('requests', 'closed'))).toBe('open');
    expect(taken(at('spam', 'closed', true))).toBe('closed');
  });

  it('is no request any more when its visitor is blocked, but stays spam', () => {
    const blocked = (before: ReturnType<typeof at>) => viewOf({ ...before, ...changeFor('block', before) });
    expect(blocked(at('requests'))).toBe('closed');
    expect(blocked(at('inbox'))).toBe('closed');
    expect(blocked(at('spam'))).toBe('spam');
  });
});
