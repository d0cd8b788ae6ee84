import { createKeeper } from '../keeper.ts';
import { reopen } from '../returning.ts';
import { createTalk } from '../talk.ts';
import type { FakeServer } from './fake-server.ts';
import type { fakeStorage } from './fake-storage.ts';

/** A visitor's browser on Ada's page, with its storage, and what the composer got back. */
export function visitorAt(server: FakeServer, storage: ReturnType<typeof fakeStorage>) {
  const givenBack: string[] = [];
  let connections = 0;
  const talk = createTalk({
    api: server,
    keeper: createKeeper('ada', () => storage),
    changed: () => undefined,
    connect: () => {
      connections = 1;
    },
    disconnect: () => {
      connections = 0;
    },
    giveBack: (text) => givenBack.push(text),
  });
  return { talk, givenBack, isConnected: () => connections === 1, comesBack: () => reopen(talk) };
}
