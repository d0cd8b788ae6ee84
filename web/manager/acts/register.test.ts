import { Status, Tray } from '@foyer/domain/conversation';
import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../conversations/apply-effect.ts';
import { afterChange, type ConversationState, stateOf } from '../conversations/conversation-state.ts';
import { viewOf } from '../conversations/view.ts';
import type { Act } from './act.ts';
import { archive } from './archive.ts';
import { block } from './block.tsx';
import { markRead, markUnread } from './mark-unread.ts';
import { moveToInbox } from './move-to-inbox.ts';
import { pin, unpin } from './pin.ts';
import { ACTS } from './register.ts';
import { snooze, snoozingUntil } from './snooze.tsx';
import { spam } from './spam.ts';
import { unarchive } from './unarchive.ts';
import { unblock } from './unblock.ts';
import { wake } from './wake.tsx';

const nowMs = Date.now();
const at = (tray: Tray, status: Status = 'open', isBlocked = false): ConversationState => ({
  ...stateOf(CONVERSATION_DEFAULTS),
  tray,
  status,
  isBlocked,
  snoozedUntilMs: status === 'snoozed' ? nowMs + 1000 : null,
});

const STATES = Tray.options.flatMap((tray) =>
  Status.options.flatMap((status) => [false, true].map((isBlocked) => at(tray, status, isBlocked))),
);
const PAIRS = STATES.flatMap((one) => STATES.map((other) => [one, other]));
const LISTS: ConversationState[][] = [...STATES.map((one) => [one]), ...PAIRS];

const EFFECTS: readonly (Act & Effect)[] = ACTS.filter((act): act is Act & Effect => 'change' in act);
/** The acts that move a conversation or block its visitor: these exclude or require each other. */
const FILING = [archive, unarchive, snooze, wake, moveToInbox, spam, block, unblock].map(({ name }) => name);
const possible = (...conversations: ConversationState[]) =>
  ACTS.filter((act) => act.canApply(conversations) && FILING.includes(act.name)).map(({ name }) => name);
const offered = (conversation: ConversationState, ...places: readonly string[]) =>
  ACTS.filter((act) => act.canApply([conversation]) && act.places(conversation).some((place) => places.includes(place))).map(
    ({ name }) => name,
  );
const after = (before: ConversationState, { change }: Pick<Effect, 'change'>) => afterChange(before, change(before));

/** Acts that have no key, each with the reason. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  block: 'ends what a visitor can write, so no key starts it',
  unblock: 'only together with block',
};

describe('the register', () => {
  it('has one act for each name', () => {
    expect(new Set(ACTS.map(({ name }) => name)).size).toBe(ACTS.length);
  });

  it('has a key for every act, unless there is a reason', () => {
    const without = ACTS.filter((act) => act.key === undefined).map(({ name }) => name);
    expect(without).toEqual(Object.keys(WITHOUT_KEY));
  });

  it('never lets two acts with the same key apply to the same conversations', () => {
    for (const list of LISTS) {
      const keys = ACTS.filter((act) => act.canApply(list)).flatMap(({ key }) => key ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('has a reason for every act that cannot apply', () => {
    for (const act of ACTS) {
      for (const list of LISTS) if (!act.canApply(list)) expect(act.whyNot?.(list)).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('an act', () => {
  it('is confirmed in its own sentence, for one and for many', () => {
    for (const conversations of [[at('inbox')], [at('inbox'), at('inbox')]]) {
      const said = [...EFFECTS, snoozingUntil(nowMs + 86_400_000)].map((effect) =>
        effect.said({ count: conversations.length, name: 'Mina' }),
      );
      expect(new Set(said).size).toBe(said.length);
      for (const sentence of said) expect(sentence).toMatch(conversations.length === 1 ? /^[A-Z].*\.$/ : /^[A-Z\d].*\.$/);
    }
  });

  it('is undone completely', () => {
    for (const effect of [...EFFECTS, snoozingUntil(nowMs + 86_400_000)]) {
      for (const before of STATES) {
        const change = effect.change(before);
        const { snoozedUntilMs, ...rest } = before;
        const undone = afterChange(afterChange(before, change), effect.undo(before, change, nowMs));
        expect(undone).toMatchObject(rest);
        if (before.status === 'snoozed') expect(undone.snoozedUntilMs).toBe(snoozedUntilMs);
      }
    }
  });

  it('cannot apply twice', () => {
    for (const act of [archive, unarchive, moveToInbox, spam, block, unblock, pin, unpin, markUnread, markRead]) {
      for (const before of STATES) if (act.canApply([before])) expect(act.canApply([after(before, act)])).toBe(false);
    }
  });
});

describe('a conversation', () => {
  it('moves to the inbox from requests and spam, and to spam from anywhere else', () => {
    expect(possible(at('requests'))).toEqual(['move-to-inbox', 'spam', 'block']);
    expect(possible(at('spam'))).toEqual(['move-to-inbox', 'block']);
    for (const status of Status.options) expect(possible(at('inbox', status))).toContain('spam');
  });

  it('can be archived and snoozed only in the inbox, also with a blocked visitor', () => {
    expect(possible(at('inbox'))).toEqual(['archive', 'snooze', 'spam', 'block']);
    expect(possible(at('inbox', 'snoozed'))).toEqual(['archive', 'wake', 'spam', 'block']);
    expect(possible(at('inbox', 'archived'))).toEqual(['unarchive', 'spam', 'block']);
    expect(possible(at('inbox', 'archived', true))).toEqual(['unarchive', 'spam', 'unblock']);
    expect(possible(at('requests', 'archived'))).not.toContain('unarchive');
  });

  it('can be snoozed together with others that are open or snoozed', () => {
    expect(possible(at('inbox'), at('inbox', 'snoozed'))).toContain('snooze');
    expect(possible(at('inbox', 'snoozed'), at('inbox', 'snoozed'))).toContain('wake');
    expect(possible(at('inbox'), at('inbox', 'archived'))).not.toContain('snooze');
  });

  it('gives the reason why an act cannot apply', () => {
    expect(moveToInbox.whyNot([at('inbox')])).toBe('It’s already in your inbox.');
    expect(spam.whyNot([at('spam')])).toBe('It’s already in spam.');
    expect(archive.whyNot([at('requests')])).toBe('Move it to your inbox first.');
    expect(snooze.whyNot([at('inbox', 'archived')])).toBe('Unarchive it first.');
    expect(wake.whyNot([at('spam'), at('spam')])).toBe('Move them to your inbox first.');
  });

  it('is open after it moves to the inbox', () => {
    const moved = (before: ConversationState) => viewOf(after(before, moveToInbox));
    expect(moved(at('spam', 'snoozed'))).toBe('open');
    expect(moved(at('requests', 'archived'))).toBe('open');
    expect(moved(at('spam', 'archived', true))).toBe('open');
  });

  it('stays in its list when the visitor is blocked, and is unchanged after unblocking', () => {
    for (const before of STATES.filter(({ isBlocked }) => !isBlocked)) {
      const blocked = after(before, block);
      expect(blocked).toEqual({ ...before, isBlocked: true });
      expect(after(blocked, unblock)).toEqual(before);
    }
  });

  it('asks before blocking the visitor, and has no key for it', () => {
    expect(block).toMatchObject({ dialog: expect.any(Function) });
    expect(ACTS.filter(({ name, key }) => /block/.test(name) && key !== undefined)).toEqual([]);
  });

  it('shows few acts directly and the rest in the menu', () => {
    expect(offered(at('inbox'), 'row', 'row end')).toEqual(['archive', 'snooze', 'spam']);
    expect(offered(at('inbox', 'archived', true), 'row', 'row end')).toEqual(['unarchive', 'spam']);
    expect(offered(at('spam', 'archived', true), 'row', 'row end')).toEqual(['move-to-inbox']);
    expect(offered(at('requests'), 'header', 'header button')).toEqual(['move-to-inbox', 'spam']);
    const inMenu = (conversation: ConversationState) => {
      const all = offered(conversation, 'narrow menu', 'menu', 'menu end');
      return ['spam', 'copy-html', 'copy-json', 'block', 'unblock', 'report', 'delete'].filter((name) => all.includes(name));
    };
    expect(inMenu(at('inbox'))).toEqual(['spam', 'copy-html', 'copy-json', 'block', 'report', 'delete']);
    expect(inMenu(at('spam', 'open', true))).toEqual(['copy-html', 'copy-json', 'unblock', 'report', 'delete']);
  });

  it('shows at most one act as a text button', () => {
    for (const standing of STATES) expect(offered(standing, 'header button').length).toBeLessThanOrEqual(1);
  });
});
