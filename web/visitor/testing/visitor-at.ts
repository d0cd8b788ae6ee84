// Otherwise loaded with the first answer or failure: the fake clocks of these tests don't wait for it.
import '../talk/come-back.ts';
import '../talk/failure.ts';
import '../talk/prove.ts';
import '../talk/show.ts';
import { createKeeper } from '../talk/keeper.ts';
import { reopen } from '../talk/returning.ts';
import { createTalk } from '../talk/talk.ts';
import { threadNotice } from '../thread/thread-notice.ts';
import type { FakeServer } from './fake-server.ts';
import type { fakeStorage } from './fake-storage.ts';

/** The last start in each browser: its tabs share a storage. */
const turns = new WeakMap<object, Promise<unknown>>();

/** A visitor's browser on Ada's page, with its storage, the text returned to the composer, and the notices shown. */
export function visitorAt(
  server: FakeServer,
  storage: ReturnType<typeof fakeStorage>,
  vouch: () => Promise<string | undefined> = async () => undefined,
) {
  const givenBack: string[] = [];
  const fields: (string | undefined)[] = [];
  const noticed: string[] = [];
  let connections = 0;
  const talk = createTalk({
    api: server,
    keeper: createKeeper('manager-1', () => storage),
    changed: () => {
      const notice = threadNotice(talk.state);
      if (notice !== noticed.at(-1)) noticed.push(notice);
    },
    connect: () => {
      connections = 1;
    },
    disconnect: () => {
      connections = 0;
    },
    giveBack: (text, field) => {
      givenBack.push(text);
      fields.push(field);
    },
    startOver: () => undefined,
    vouch,
    inTurn(start) {
      const turn = (turns.get(storage) ?? Promise.resolve()).then(start, start);
      turns.set(storage, turn);
      return turn;
    },
  });
  return { talk, givenBack, fields, noticed, isConnected: () => connections === 1, comesBack: () => reopen(talk) };
}
