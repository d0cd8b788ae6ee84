import { newProfile } from '@foyer/domain/new-profile';
import type { Draft } from '@foyer/domain/profile';
import { migrateProfile } from '@foyer/domain/profile-versions';
import { words } from '@foyer/words/compiled/en/faults';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEditor, type Editor } from './editor.ts';
import { FakeServer } from './fake-server.ts';
import { type Rescue, rescueIn } from './rescue.ts';

let server: FakeServer;
let editor: Editor;

const open = (): Editor => {
  const opened = createEditor(server, structuredClone(server.stored));
  server.follow(opened);
  return opened;
};
const type = (headline: string, by = editor) => by.edit('headline', (draft) => ({ ...draft, headline }), true);
const settle = (ms = 1100) => vi.advanceTimersByTimeAsync(ms);
const saves = () => server.calls.filter(({ act }) => act === 'save');

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  editor = open();
});
afterEach(() => {
  editor.close();
  vi.useRealTimers();
});

describe('typed text', () => {
  test('is saved once as a draft, after a pause', async () => {
    for (const words of ['E', 'Es', 'Ess']) type(words);
    expect(editor.saving.value.kind).toBe('waiting');
    await settle();
    expect(saves()).toHaveLength(1);
    expect(server.stored.draft.profile?.headline).toBe('Ess');
    expect(editor.saving.value.kind).toBe('kept');
    expect(editor.isUnsaved()).toBe(false);
  });

  test('is saved every few seconds without a pause', async () => {
    for (let at = 0; at < 12_000; at += 400) {
      type(`Words ${at}`);
      await settle(400);
    }
    expect(saves().length).toBeGreaterThanOrEqual(2);
  });

  test('during a save goes with the next one, never in parallel', async () => {
    const letGo = server.hold();
    type('One');
    await settle();
    type('Two');
    await settle(3000);
    expect(saves()).toHaveLength(1);
    letGo();
    await settle(2200);
    expect(saves()).toHaveLength(2);
    expect(server.stored.draft.profile?.headline).toBe('Two');
  });

  test('stays on the screen offline, and is saved when the connection is back', async () => {
    server.isReachable = false;
    type('In a tunnel');
    await settle();
    expect(editor.saving.value.kind).toBe('offline');
    expect(editor.isUnsaved()).toBe(true);
    type('In a long tunnel');
    await settle(10_000);
    server.isReachable = true;
    editor.retry();
    await settle(10);
    expect(server.stored.draft.profile?.headline).toBe('In a long tunnel');
    expect(editor.saving.value.kind).toBe('kept');
  });

  test('is retried automatically, with growing delays', async () => {
    server.isReachable = false;
    type('Patience');
    await settle(60_000);
    server.isReachable = true;
    await settle(31_000);
    expect(server.stored.draft.profile?.headline).toBe('Patience');
  });

  test('causes no conflict with its own save if the response was lost', async () => {
    server.losesAnswers = true;
    type('Heard, but not answered');
    await settle();
    expect(server.stored.draft.revision).toBe(1);
    server.losesAnswers = false;
    type('Heard, but not answered twice');
    await settle(10_000);
    expect(editor.conflict.value).toBe(null);
    expect(server.stored.draft.profile?.headline).toBe('Heard, but not answered twice');
  });

  test('shows why it was refused for good, and is saved again with the next change', async () => {
    const save = vi.spyOn(server, 'saveDraft');
    const { ApiProblem } = await import('../../../lib/api.ts');
    save.mockRejectedValueOnce(new ApiProblem('body-too-large'));
    type('Much');
    await settle(30_000);
    expect(editor.saving.value).toEqual({ kind: 'refused', sentence: 'The request is too large.' });
    expect(editor.isUnsaved()).toBe(true);
    type('Less');
    await settle();
    expect(editor.saving.value.kind).toBe('kept');
  });

  test('is there when the editor is opened again', async () => {
    type('Half a thought');
    await settle();
    expect(open().draft.value.headline).toBe('Half a thought');
  });
});

describe('history', () => {
  test('undoes typing in one field as one step, and redoes it', async () => {
    for (const words of ['E', 'Es', 'Essays']) type(words);
    editor.edit('location', (draft) => ({ ...draft, location: 'Lyon' }), true);
    editor.undo();
    expect(editor.draft.value).toMatchObject({ headline: 'Essays' });
    expect(editor.draft.value.location).toBe(undefined);
    editor.undo();
    expect(editor.draft.value.headline).toBe(undefined);
    expect(editor.canUndo.value).toBe(false);
    editor.redo();
    editor.redo();
    expect(editor.draft.value).toMatchObject({ headline: 'Essays', location: 'Lyon' });
  });

  test('starts a step after a pause in typing', async () => {
    type('One');
    await settle(2000);
    type('One two');
    editor.undo();
    expect(editor.draft.value.headline).toBe('One');
  });

  test('survives saving, and an undo is saved too', async () => {
    type('Kept');
    await settle();
    editor.undo();
    await settle();
    expect(server.stored.draft.profile?.headline).toBe(undefined);
    editor.redo();
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Kept');
  });

  test('is limited to 200 steps', () => {
    for (let index = 0; index < 500; index++) editor.edit('x', (draft) => ({ ...draft, headline: `${index}` }));
    let steps = 0;
    for (; editor.canUndo.value; steps++) editor.undo();
    expect(steps).toBe(200);
  });

  test('reaches back past a publication: the page stays, the draft is restored', async () => {
    type('First');
    expect(await editor.publish()).toBe(null);
    await settle();
    expect(server.stored.page.profile.headline).toBe('First');
    editor.undo();
    await settle();
    expect(server.stored.page.profile.headline).toBe('First');
    expect(server.stored.draft.profile?.headline).toBe(undefined);
    expect(editor.changes.value).toEqual({ headline: null });
    expect(editor.conflict.value).toBe(null);
  });
});

describe('publishing', () => {
  test('sends the changed fields, whole, and nothing else', async () => {
    type('Essayist ');
    editor.edit('location', (draft) => ({ ...draft, location: 'Lyon' }));
    expect(await editor.publish()).toBe(null);
    const { input } = server.calls.find(({ act }) => act === 'publish') ?? {};
    expect(input).toEqual({ revision: 0, draft: 0, changes: { headline: 'Essayist ', location: 'Lyon' } });
    expect(editor.changes.value).toEqual({});
    expect(editor.draft.value.headline).toBe('Essayist');
    expect(editor.saving.value.kind).toBe('kept');
  });

  test('sends nothing without changes', async () => {
    expect(await editor.publish()).toBe(null);
    expect(server.calls).toEqual([]);
  });

  test('names every refused field by its id, not its position, and publishes nothing', async () => {
    editor.edit('links', (draft) => ({ ...draft, sections: [{ kind: 'links', items: [{ id: 'l1', label: 'Home', url: 'http://x' }] }] }));
    server.errors = [
      { path: 'changes.sections.0.items.0.url', code: 'link-format', message: '' },
      { path: 'changes.name', code: 'required', message: '' },
    ];
    expect(await editor.publish()).toBe(null);
    expect(editor.faults.value).toEqual({
      'links.l1.url': words['link-format'],
      name: words.required,
    });
    expect(server.stored.page.revision).toBe(0);
    await settle();
    expect(server.stored.draft.profile?.sections).toHaveLength(1);
    editor.edit('name', (draft) => ({ ...draft, name: 'Ada Moreau' }));
    expect(Object.keys(editor.faults.value)).toEqual(['links.l1.url']);
  });

  test('keeps text typed while publishing as a draft', async () => {
    type('Published');
    await settle();
    const letGo = server.hold();
    const publishing = editor.publish();
    await settle(10);
    type('Written meanwhile');
    letGo();
    await publishing;
    await settle();
    expect(server.stored.page.profile.headline).toBe('Published');
    expect(server.stored.draft.profile?.headline).toBe('Written meanwhile');
    expect(editor.conflict.value).toBe(null);
  });

  test('reports an error offline, and keeps the draft', async () => {
    type('Soon');
    await settle();
    server.isReachable = false;
    expect(await editor.publish()).toMatch(/you’re offline/);
    expect(editor.draft.value.headline).toBe('Soon');
    expect(editor.isUnsaved()).toBe(false);
  });

  test('is recognised in a later update if the response was lost', async () => {
    type('Lost and found ');
    await settle();
    server.losesAnswers = true;
    expect(await editor.publish()).toMatch(/you’re offline/);
    server.losesAnswers = false;
    server.store(server.stored);
    expect(editor.conflict.value).toBe(null);
    expect(editor.changes.value).toEqual({});
    type('And on');
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('And on');
  });

  test('leaves out items that were added and never filled in', async () => {
    const sections: Draft['sections'] = [
      { kind: 'links', items: [{ id: 'a', label: '', url: '' }] },
      { kind: 'about', text: '' },
    ];
    editor.edit('sections', (draft) => ({ ...draft, sections }));
    expect(await editor.publish()).toBe(null);
    expect(server.stored.page.profile.sections).toEqual([{ kind: 'links', items: [] }]);
  });
});

describe('an editor open in two windows', () => {
  let other: Editor;
  beforeEach(() => {
    other = open();
  });
  afterEach(() => other.close());

  test('tells the second that the first has written, and keeps its own text on the screen', async () => {
    type('Of the first');
    type('Of the second', other);
    await settle();
    expect(other.conflict.value).toEqual({ isHeard: true });
    expect(other.draft.value.headline).toBe('Of the second');
    expect(other.isUnsaved()).toBe(true);
    expect(server.stored.draft.profile?.headline).toBe('Of the first');
    expect(editor.conflict.value).toBe(null);
  });

  test('tells the second even if it has no own text', async () => {
    type('Of the first');
    await settle();
    expect(other.conflict.value).toEqual({ isHeard: true });
    other.showTheirs();
    expect(other.draft.value.headline).toBe('Of the first');
    expect(other.conflict.value).toBe(null);
  });

  test('keeps the own version one step back in history when showing the other', async () => {
    type('Of the first');
    type('Of the second', other);
    await settle();
    other.showTheirs();
    expect(other.draft.value.headline).toBe('Of the first');
    other.undo();
    expect(other.draft.value.headline).toBe('Of the second');
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Of the second');
    expect(editor.conflict.value).toEqual({ isHeard: true });
  });

  test('overwrites the other version only on request, and tells that window', async () => {
    type('Of the first');
    type('Of the second', other);
    await settle();
    other.keepMine();
    await settle();
    expect(server.stored.draft).toMatchObject({ profile: { headline: 'Of the second' }, revision: 2 });
    expect(editor.conflict.value).toEqual({ isHeard: true });
    expect(editor.draft.value.headline).toBe('Of the first');
  });

  test('saves and publishes nothing while the question is open', async () => {
    type('Of the first');
    await settle();
    type('More of the second', other);
    await other.publish();
    await settle(60_000);
    expect(server.stored.draft.profile?.headline).toBe('Of the first');
    expect(server.stored.page.revision).toBe(0);
  });

  test('waits for the other version if the refusal arrives before it', async () => {
    const deaf = createEditor(server, structuredClone(server.stored));
    type('Of the first');
    await settle();
    type('Of the deaf', deaf);
    await settle();
    expect(deaf.conflict.value).toEqual({ isHeard: false });
    deaf.keepMine();
    expect(deaf.conflict.value).toEqual({ isHeard: false });
    deaf.hear(structuredClone(server.stored));
    expect(deaf.conflict.value).toEqual({ isHeard: true });
    deaf.keepMine();
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Of the deaf');
    deaf.close();
  });

  test('announces a publication from the other window, and refuses publishing over it', async () => {
    type('Published by the first');
    await settle();
    other.showTheirs();
    type('Words of the second', other);
    await editor.publish();
    expect(other.conflict.value).toEqual({ isHeard: true });
    expect(other.draft.value.headline).toBe('Words of the second');
    other.keepMine();
    await settle();
    expect(server.stored.page.profile.headline).toBe('Published by the first');
    expect(other.changes.value).toEqual({ headline: 'Words of the second' });
    expect(await other.publish()).toBe(null);
    expect(server.stored.page).toMatchObject({ revision: 2, profile: { headline: 'Words of the second' } });
  });

  test('does not discard another window’s unreceived draft by publishing', async () => {
    const deaf = createEditor(server, structuredClone(server.stored));
    type('A long evening of work');
    await settle();
    type('One word', deaf);
    await deaf.publish();
    expect(deaf.conflict.value).not.toBe(null);
    expect(server.stored.draft.profile?.headline).toBe('A long evening of work');
    expect(server.stored.page.revision).toBe(0);
    deaf.close();
  });

  test('announces a draft discarded in the other window, and keeps it here', async () => {
    type('Thrown away');
    await settle();
    other.showTheirs();
    await editor.discard();
    expect(other.conflict.value).toEqual({ isHeard: true });
    other.keepMine();
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Thrown away');
  });

  test('ignores late updates about what this window wrote itself', async () => {
    const slow = createEditor(server, structuredClone(server.stored));
    const told: (typeof server.stored)[] = [];
    for (const words of ['One', 'Two']) {
      type(words, slow);
      await settle();
      told.push(structuredClone(server.stored));
    }
    await slow.publish();
    for (const news of [...told, structuredClone(server.stored)]) {
      slow.hear(news);
      expect(slow.conflict.value).toBe(null);
    }
    expect(slow.draft.value.headline).toBe('Two');
    slow.close();
  });
});

describe('discarding', () => {
  test('shows the published page, and can be undone', async () => {
    type('Never mind');
    await settle();
    expect(await editor.discard()).toBe(null);
    expect(server.stored.draft.profile).toBe(null);
    expect(editor.draft.value.headline).toBe(undefined);
    editor.undo();
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Never mind');
  });

  test('changes nothing offline', async () => {
    type('Stay');
    await settle();
    server.isReachable = false;
    expect(await editor.discard()).toMatch(/Not discarded/);
    expect(editor.draft.value.headline).toBe('Stay');
  });
});

describe('a tab that ended with an unsaved draft', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const endUnsaved = async (rescue: Rescue) => {
    const ended = createEditor(server, structuredClone(server.stored), rescue);
    server.isReachable = false;
    type('In a tunnel', ended);
    await settle();
    ended.close();
    server.isReachable = true;
  };

  test('shows it again, saves it, and then removes the copy', async () => {
    const rescue = rescueIn(storage(), 'ada');
    await endUnsaved(rescue);
    const again = createEditor(server, structuredClone(server.stored), rescue);
    expect(again.draft.value.headline).toBe('In a tunnel');
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('In a tunnel');
    expect(rescue.read()).toBe(null);
    again.undo();
    expect(again.draft.value.headline).toBe(undefined);
    again.close();
  });

  test('asks if another window has written in between', async () => {
    const rescue = rescueIn(storage(), 'ada');
    await endUnsaved(rescue);
    type('Of another window');
    await settle();
    const again = createEditor(server, structuredClone(server.stored), rescue);
    expect(again.draft.value.headline).toBe('In a tunnel');
    expect(again.conflict.value).toEqual({ isHeard: true });
    await settle();
    expect(server.stored.draft.profile?.headline).toBe('Of another window');
    again.showTheirs();
    expect(again.draft.value.headline).toBe('Of another window');
    expect(rescue.read()).toBe(null);
    again.close();
  });

  test('ignores another manager’s copy, and survives an invalid one', () => {
    const place = storage();
    place.setItem('foyer:page:ada', '{"profile":{"version":1}}');
    expect(rescueIn(place, 'ada').read()).toBe(null);
    place.setItem('foyer:page:ada', '{"page":1,"draft":1,"profile":{"version":4}}');
    expect(rescueIn(place, 'ada').read()).toBe(null);
    place.setItem('foyer:page:ada', '{"page":1,"draft":2,"profile":{"version":2,"name":"A"}}');
    expect(rescueIn(place, 'ada').read()).toEqual({ page: 1, draft: 2, profile: { version: 3, name: 'A' } });
    place.setItem('foyer:page:ada', '{');
    expect(rescueIn(place, 'ada').read()).toBe(null);
    expect(rescueIn(place, 'ben').read()).toBe(null);
  });
});

test('edits a page stored as version 1 whole, and saves it as the newest version', async () => {
  const first = {
    version: 1,
    name: 'Ada',
    about: 'Long ago',
    works: [{ title: 'A book', text: 'Of letters', link: 'https://example.org' }],
    services: [],
    links: [{ label: 'Home', url: 'https://example.com' }],
    theme: { preset: 'atelier', accent: '#8a3b2a' },
  } as const;
  const migrated = migrateProfile({ ...first, works: [...first.works], services: [], links: [...first.links] });
  server.stored = { page: { profile: migrated, revision: 0, isPublished: true }, draft: { profile: null, revision: 0 } };
  const opened = open();
  type('Now', opened);
  await settle();
  expect(server.stored.draft.profile).toEqual({ ...migrated, headline: 'Now' });
  expect(server.stored.draft.profile?.version).toBe(3);
  expect(await opened.publish()).toBe(null);
  expect(server.stored.page.profile).toEqual({ ...migrated, headline: 'Now' });
  opened.close();
});

test('a new page has nothing to publish', () => {
  expect(editor.page.value).toEqual(newProfile('Ada'));
  expect(editor.changes.value).toEqual({});
});

test('a page that was never published can be published unchanged, once', async () => {
  const server = new FakeServer();
  server.stored = { ...server.stored, page: { ...server.stored.page, isPublished: false } };
  const editor = createEditor(server, structuredClone(server.stored));
  server.follow(editor);
  expect([editor.canPublish.value, editor.published.value]).toEqual([true, null]);
  expect(await editor.publish()).toBeNull();
  expect(server.calls.filter(({ act }) => act === 'publish')).toHaveLength(1);
  expect([editor.canPublish.value, editor.published.value, editor.isPublished.value]).toEqual([false, 1, true]);
  await editor.publish();
  expect(server.calls.filter(({ act }) => act === 'publish')).toHaveLength(1);
  editor.close();
});
