import { makeZip } from 'client-zip';
import { expect, test } from 'vitest';
import { type ArchiveSource, archiveEntries, type Counts, type StoredDocument } from './archive.ts';

const M = 'ada';
const NOW = new Date('2026-11-28T12:00:00Z');
const at = (ms: number) => ({ toDate: () => new Date(ms), toMillis: () => ms });

interface World {
  documents?: Record<string, object>;
  collections?: Record<string, readonly StoredDocument[]>;
}

function sourceOf({ documents = {}, collections = {} }: World): ArchiveSource {
  return {
    document: async (path) => documents[path] ?? null,
    async *pages(path) {
      const all = collections[path] ?? [];
      for (let from = 0; from < all.length; from += 50) yield all.slice(from, from + 50);
    },
  };
}

function entriesOf(source: ArchiveSource, counted: (counts: Counts) => void = () => undefined) {
  return archiveEntries(source, { managerId: M, origin: 'https://foyer.test', now: NOW, readme: 'Everything.', counted });
}

const message = (id: number, text = `Message ${id}`): StoredDocument => ({
  id: `m${id}`,
  data: {
    kind: 'text',
    sender: id % 2 ? 'visitor' : 'manager',
    text,
    createdAt: at(NOW.getTime() + id * 1000),
    managerId: M,
    terms: ['found'],
  },
});

/** The files of an archive, by name. They are stored without compression, so their bytes are between two headers. */
async function filesIn(stream: ReadableStream<Uint8Array>): Promise<Map<string, string>> {
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let place = bytes.readUInt32LE(end + 16);
  const files = new Map<string, string>();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameSize, extraSize, commentSize] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(place + 20) : bytes.readUInt16LE(place + offset),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(place + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(bytes.toString('utf8', place + 46, place + 46 + nameSize), bytes.toString('utf8', from, from + size));
    place += 46 + nameSize + extraSize + commentSize;
  }
  return files;
}

test('an archive has everything of a manager, in files that people and programs can read', async () => {
  const conversation = {
    visitor: { name: 'Mina', email: 'mina@example.org', locale: 'en' },
    status: 'open',
    createdAt: at(0),
    terms: ['found'],
    aliasTerms: [],
    scheduled: ['m9'],
  };
  const files = await filesIn(
    makeZip(
      entriesOf(
        sourceOf({
          documents: {
            'managers/ada': {
              slug: 'ada',
              createdAt: at(Date.parse('2026-10-20T00:00:00Z')),
              profile: { portrait: { src: '/pictures/ada/0f/320.webp' } },
            },
            'managers/ada/private/draft': { profile: { sections: [{ items: [{ image: { src: 'https://elsewhere.example/a.jpg' } }] }] } },
            'managers/ada/private/settings': { mailAfter: 'hour' },
            'managers/ada/private/devices': {
              devices: { one: { name: 'Phone', endpoint: 'https://push', auth: 'k1', p256dh: 'k2', usedAt: at(5) } },
            },
            'managers/ada/statistics/2026-10': { days: { '21': { views: 3 } } },
            'managers/ada/statistics/2026-11': { days: { '01': { views: 4 } } },
            'managers/ada/statistics/waits': { waits: [] },
          },
          collections: {
            'managers/ada/labels': [{ id: 'a1', data: { name: 'Portraits' } }],
            'managers/ada/cannedReplies': [{ id: 'b1', data: { title: 'Prices', text: 'From 400' } }],
            'managers/ada/contacts': [{ id: 'm1', data: { name: 'Mina', conversations: ['c1'], createdAt: at(5), terms: ['mina'] } }],
            'managers/ada/conversations': [{ id: 'c1', data: conversation }],
            'managers/ada/conversations/c1/notes': [{ id: 'n1', data: { text: 'Call back', createdAt: at(7) } }],
            'managers/ada/conversations/c1/scheduled': [{ id: 'm9', data: { text: 'On Monday', sendAt: at(9) } }],
            'managers/ada/conversations/c1/messages': [message(1, 'Hello “Ada”'), message(2, 'Hello')],
          },
        }),
      ),
    ),
  );
  const parsed = (name: string) => JSON.parse(files.get(name) ?? 'null');
  expect([...files.keys()].at(-1)).toBe('manifest.json');
  expect(parsed('manifest.json')).toMatchObject({
    isComplete: true,
    counts: { conversations: 1, messages: 2, notes: 1 },
    files: files.size - 1,
  });
  expect(parsed('page.json')).toMatchObject({ slug: 'ada', createdAt: '2026-10-20T00:00:00.000Z' });
  expect(parsed('pictures.json')).toEqual(['https://foyer.test/pictures/ada/0f/320.webp', 'https://elsewhere.example/a.jpg']);
  expect(parsed('devices.json')).toEqual({ devices: [{ name: 'Phone', usedAt: '1970-01-01T00:00:00.005Z' }] });
  expect(parsed('labels.json')).toEqual([{ id: 'a1', name: 'Portraits' }]);
  expect(parsed('contacts.json')).toEqual([{ id: 'm1', name: 'Mina', conversations: ['c1'], createdAt: '1970-01-01T00:00:00.005Z' }]);
  expect([parsed('statistics/2026-10.json'), parsed('statistics/2026-11.json')]).toMatchObject([
    { days: { '21': {} } },
    { days: { '01': {} } },
  ]);
  expect(parsed('conversations/c1/conversation.json')).toMatchObject({
    id: 'c1',
    visitor: { name: 'Mina' },
    notes: [{ text: 'Call back' }],
    scheduledReplies: [{ id: 'm9', text: 'On Monday', sendAt: '1970-01-01T00:00:00.009Z' }],
  });
  expect(parsed('conversations/c1/messages-1.json').map(({ text }: { text: string }) => text)).toEqual(['Hello “Ada”', 'Hello']);
  expect(files.get('conversations/c1/messages-1.txt')).toContain('Mina · mina@example.org');
  expect([...files.values()].join()).not.toMatch(/k1|k2|https:\/\/push|[tT]erms|managerId/);
});

/** A source that makes its messages when they are asked for, and counts how many existed at the same time. */
function endless(messages: number) {
  let made = 0;
  const source: ArchiveSource = {
    document: async () => null,
    async *pages(path) {
      if (path === 'managers/ada/conversations') yield [{ id: 'c1', data: {} }];
      if (!path.endsWith('/messages')) return;
      for (let from = 0; from < messages; from += 50) {
        made += 50;
        yield Array.from({ length: 50 }, (_, index) => message(from + index, 'x'.repeat(200)));
      }
    },
  };
  return { source, made: () => made };
}

test('100,000 messages of one conversation are read no further than they were written', async () => {
  const { source, made } = endless(100_000);
  let counts: Counts | null = null;
  let [files, lastName, ahead, inJson, written] = [0, '', 0, 0, 0];
  const counting = async function* (entries: AsyncIterable<{ name: string; input: string | AsyncIterable<string>; lastModified: Date }>) {
    for await (const entry of entries) {
      files++;
      lastName = entry.name;
      yield entry;
    }
  };
  const zip = makeZip(counting(entriesOf(source, (known) => (counts = { ...known }))));
  let tail = Buffer.alloc(0);
  for await (const piece of zip) {
    written += piece.byteLength;
    inJson += Buffer.from(piece).toString('latin1').split('"sender"').length - 1;
    ahead = Math.max(ahead, made() - inJson);
    tail = Buffer.concat([tail.subarray(-100), piece]).subarray(-100);
  }
  expect(counts).toEqual({ conversations: 1, messages: 100_000, notes: 0 });
  expect([made(), inJson]).toEqual([100_000, 100_000]);
  // In messages: one page that is written, and one that decides whether another file begins.
  expect(ahead).toBeLessThanOrEqual(100);
  expect(lastName).toBe('manifest.json');
  // Two files for every 1,000 messages; the end of the archive counts them all.
  expect(files).toBe(8 + 200);
  expect(tail.readUInt16LE(tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 10)).toBe(files);
  expect(written).toBeGreaterThan(40_000_000);
});

test('a reader that stops after the first messages asks for no more', async () => {
  const { source, made } = endless(100_000);
  const reader = makeZip(entriesOf(source)).getReader();
  for (let seen = ''; !seen.includes('"m0"'); ) seen = Buffer.from((await reader.read()).value ?? []).toString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made()).toBeLessThanOrEqual(150);
  // The library passes the cancellation on as an error.
  await reader.cancel().catch(() => undefined);
});

test('an archive of which something could not be read has no end', async () => {
  const { source } = endless(200);
  const broken: ArchiveSource = {
    ...source,
    async *pages(path, order) {
      for await (const page of source.pages(path, order)) {
        yield page;
        if (path.endsWith('/messages')) throw new Error('refused');
      }
    },
  };
  let text = '';
  const zip = makeZip(entriesOf(broken));
  await expect(
    (async () => {
      for await (const piece of zip) text += Buffer.from(piece).toString('latin1');
    })(),
  ).rejects.toThrow('refused');
  expect(text).not.toContain('manifest.json');
  expect(text).not.toContain('PK\x05\x06');
});
