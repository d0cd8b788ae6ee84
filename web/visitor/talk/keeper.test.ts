import { makeResumeCode } from '@foyer/domain/resume-code';
import { expect, test } from 'vitest';
import { fakeStorage } from '../testing/fake-storage.ts';
import { createKeeper, keptKey } from './keeper.ts';

const code = makeResumeCode(new Uint8Array(19));

test('reading writes nothing', () => {
  const storage = fakeStorage();
  expect(createKeeper('manager-1', () => storage).read()).toEqual({ pending: [] });
  expect(storage.items.size).toBe(0);
});

test('two tabs of one page share what they keep, and two pages do not', () => {
  const storage = fakeStorage();
  const [here, there, elsewhere] = [
    createKeeper('manager-1', () => storage),
    createKeeper('manager-1', () => storage),
    createKeeper('manager-2', () => storage),
  ];
  here.change((kept) => ({ ...kept, code }));
  there.change((kept) => ({ ...kept, conversationId: 'c1' }));
  expect(here.read()).toEqual({ code, conversationId: 'c1', pending: [] });
  expect(elsewhere.read()).toEqual({ pending: [] });
});

test('a tab does not restore what another tab has removed', () => {
  const storage = fakeStorage();
  const [here, there] = [createKeeper('manager-1', () => storage), createKeeper('manager-1', () => storage)];
  here.change((kept) => ({ ...kept, code }));
  there.forget();
  expect(here.read()).toEqual({ pending: [] });
});

test('forgetting leaves nothing behind', () => {
  const storage = fakeStorage();
  const keeper = createKeeper('manager-1', () => storage);
  keeper.change((kept) => ({ ...kept, code }));
  keeper.forget();
  expect(storage.items.size).toBe(0);
  expect(keeper.read()).toEqual({ pending: [] });
});

test('a browser that refuses storage keeps the conversation in memory', () => {
  const keeper = createKeeper('manager-1', () => {
    throw new Error('denied');
  });
  keeper.change((kept) => ({ ...kept, code }));
  expect(keeper.read()).toEqual({ code, pending: [] });
});

test.each(['nonsense', '7', 'null', '{"pending":1}'])('ignores %s as a stored value', (stored) => {
  const storage = fakeStorage();
  storage.items.set(keptKey('manager-1'), stored);
  expect(createKeeper('manager-1', () => storage).read()).toEqual({ pending: [] });
});
