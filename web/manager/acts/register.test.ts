import { Status, Tray } from '@foyer/domain/conversation';
import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../conversations/apply-effect.ts';
import { type Standing, standingOf } from '../conversations/standing.ts';
import { viewOf } from '../conversations/view.ts';
import type { Act } from './act.ts';
import { archive } from './archive.ts';
import { block } from './block.tsx';
import { moveToInbox } from './move-to-inbox.ts';
import { ACTS } from './register.ts';
import { snooze, snoozingUntil } from './snooze.tsx';
import { spam } from './spam.ts';
import { unarchive } from './unarchive.ts';
import { unblock } from './unblock.ts';
import { wake } from './wake.tsx';

const nowMs = Date.now();
const at = (tray: Tray, status: Status = 'open', isBlocked = false): Standing => ({
  ...standingOf(CONVERSATION_DEFAULTS),
  tray,
  status,
  isBlocked,
  snoozedUntilMs: status === 'snoozed' ? nowMs + 1000 : null,
});

/** Every way in which a conversation can stand. */
const STANDINGS = Tray.options.flatMap((tray) =>
  Status.options.flatMap((status) => [false, true].map((isBlocked) => at(tray, status, isBlocked))),
);
const PAIRS = STANDINGS.flatMap((one) => STANDINGS.map((other) => [one, other]));
const LISTS: Standing[][] = [...STANDINGS.map((one) => [one]), ...PAIRS];

const EFFECTS: readonly (Act & Effect)[] = ACTS.filter((act): act is Act & Effect => 'change' in act);
/** The acts that move a conversation, or shut its visitor out: these exclude and need each other. */
const FILING = [archive, unarchive, snooze, wake, moveToInbox, spam, block, unblock].map(({ name }) => name);
const possible = (...conversations: Standing[]) =>
  ACTS.filter((act) => act.canApply(conversations) && FILING.includes(act.name)).map(({ name }) => name);
const offered = (conversation: Standing, ...places: readonly string[]) =>
  ACTS.filter((act) => act.canApply([conversation]) && act.places(conversation).some((place) => places.includes(place))).map(
    ({ name }) => name,
  );
const after = (before: Standing, { change }: Pick<Effect, 'change'>) => ({ ...before, ...change(before) });

describe('the register', () => {
  it('has one act for each name', () => {
    expect(new Set(ACTS.map(({ name }) => name)).size).toBe(ACTS.length);
  });

  it('never lets two acts that share a key apply to the same conversations', () => {
    for (const list of LISTS) {
      const keys = ACTS.filter((act) => act.canApply(list)).flatMap(({ key }) => key ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('has a sentence for every act that cannot be done', () => {
    for (const act of ACTS) {
      for (const list of LISTS) if (!act.canApply(list)) expect(act.whyNot?.(list)).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('what an act changes', () => {
  it('is said in a sentence of its own, for one and for many', () => {
    for (const conversations of [[at('inbox')], [at('inbox'), at('inbox')]]) {
      const said = [...EFFECTS, snoozingUntil(nowMs + 86_400_000)].map((effect) =>
        effect.said(conversations, conversations.length === 1 ? 'Mina' : '2 conversations'),
      );
      expect(new Set(said).size).toBe(said.length);
      for (const sentence of said) expect(sentence).toMatch(conversations.length === 1 ? /^[A-Z].*\.$/ : /^[A-Z\d].*\.$/);
    }
  });

  it('is undone completely', () => {
    for (const effect of [...EFFECTS, snoozingUntil(nowMs + 86_400_000)]) {
      for (const before of STANDINGS) {
        const change = effect.change(before);
        const { snoozedUntilMs, ...rest } = before;
        const undone = { ...before, ...change, ...effect.undo(before, change, nowMs) };
        expect(undone).toMatchObject(rest);
        if (before.status === 'snoozed') expect(undone.snoozedUntilMs).toBe(snoozedUntilMs);
      }
    }
  });

  it('cannot be done twice', () => {
    for (const act of [archive, unarchive, moveToInbox, spam, block, unblock]) {
      for (const before of STANDINGS) if (act.canApply([before])) expect(act.canApply([after(before, act)])).toBe(false);
    }
  });
});

describe('a conversation', () => {
  it('moves to the inbox from requests and spam, and to spam from anywhere else', () => {
    expect(possible(at('requests'))).toEqual(['move-to-inbox', 'spam', 'block']);
    expect(possible(at('spam'))).toEqual(['move-to-inbox', 'block']);
    for (const status of Status.options) expect(possible(at('inbox', status))).toContain('spam');
  });

  it('is archived and snoozed only in the inbox, also while its visitor is blocked', () => {
    expect(possible(at('inbox'))).toEqual(['archive', 'snooze', 'spam', 'block']);
    expect(possible(at('inbox', 'snoozed'))).toEqual(['archive', 'wake', 'spam', 'block']);
    expect(possible(at('inbox', 'archived'))).toEqual(['unarchive', 'spam', 'block']);
    expect(possible(at('inbox', 'archived', true))).toEqual(['unarchive', 'spam', 'unblock']);
    expect(possible(at('requests', 'archived'))).not.toContain('unarchive');
  });

  it('is snoozed together with others that are open or snoozed', () => {
    expect(possible(at('inbox'), at('inbox', 'snoozed'))).toContain('snooze');
    expect(possible(at('inbox', 'snoozed'), at('inbox', 'snoozed'))).toContain('wake');
    expect(possible(at('inbox'), at('inbox', 'archived'))).not.toContain('snooze');
  });

  it('says what stands in the way of an act', () => {
    expect(moveToInbox.whyNot([at('inbox')])).toBe('It is in your inbox already.');
    expect(spam.whyNot([at('spam')])).toBe('It is in spam already.');
    expect(archive.whyNot([at('requests')])).toBe('Move it to your inbox first.');
    expect(snooze.whyNot([at('inbox', 'archived')])).toBe('Unarchive it first.');
    expect(wake.whyNot([at('spam'), at('spam')])).toBe('Move them to your inbox first.');
  });

  it('is open once it moved to the inbox', () => {
    const moved = (before: Standing) => viewOf(after(before, moveToInbox));
    expect(moved(at('spam', 'snoozed'))).toBe('open');
    expect(moved(at('requests', 'archived'))).toBe('open');
    expect(moved(at('spam', 'archived', true))).toBe('open');
  });

  it('stays where it is when its visitor is blocked, and is what it was when they are unblocked', () => {
    for (const before of STANDINGS.filter(({ isBlocked }) => !isBlocked)) {
      const blocked = after(before, block);
      expect(blocked).toEqual({ ...before, isBlocked: true });
      expect(after(blocked, unblock)).toEqual(before);
    }
  });

  it('asks before its visitor is blocked, and no key blocks by itself', () => {
    expect(block).toMatchObject({ dialog: expect.any(Function) });
    expect(ACTS.filter(({ name, key }) => /block/.test(name) && key !== undefined)).toEqual([]);
  });

  it('offers few acts at hand, and the rest in the menu', () => {
    expect(offered(at('inbox'), 'row', 'row end')).toEqual(['archive', 'snooze', 'spam']);
    expect(offered(at('inbox', 'archived', true), 'row', 'row end')).toEqual(['unarchive', 'spam']);
    expect(offered(at('spam', 'archived', true), 'row', 'row end')).toEqual(['move-to-inbox']);
    expect(offered(at('requests'), 'header', 'header button')).toEqual(['move-to-inbox', 'spam']);
    const inMenu = (conversation: Standing) => {
      const all = offered(conversation, 'narrow menu', 'menu', 'menu end');
      return ['spam', 'copy-html', 'copy-json', 'block', 'unblock', 'report', 'delete'].filter((name) => all.includes(name));
    };
    expect(inMenu(at('inbox'))).toEqual(['spam', 'copy-html', 'copy-json', 'block', 'report', 'delete']);
    expect(inMenu(at('spam', 'open', true))).toEqual(['copy-html', 'copy-json', 'unblock', 'report', 'delete']);
  });

  it('has at most one act as a button with words', () => {
    for (const standing of STANDINGS) expect(offered(standing, 'header button').length).toBeLessThanOrEqual(1);
  });
});
