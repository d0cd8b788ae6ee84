import { paths } from '@foyer/domain/paths';
import { fileText, messageText } from './archive-text.ts';
import { plainValue } from './plain-value.ts';

/** What the archive is made of. Pages have at most 50 documents, as the security rules demand. */
export interface ArchiveSource {
  document(path: string): Promise<object | null>;
  /** All documents of a collection, oldest first or by id. */
  pages(path: string, order: 'createdAt' | 'id'): AsyncIterable<readonly StoredDocument[]>;
}

export interface StoredDocument {
  id: string;
  data: object;
}

export interface Counts {
  conversations: number;
  messages: number;
  notes: number;
}

export interface ArchiveEntry {
  name: string;
  input: string | AsyncIterable<string>;
  lastModified: Date;
}

interface Options {
  managerId: string;
  /** The site's address, for the addresses of pictures. */
  origin: string;
  now: Date;
  readme: string;
  counted(counts: Counts): void;
}

const DAY_MS = 24 * 3600_000;

/** Messages per file: the most that is in memory, however long a conversation is. */
const FILE_MESSAGES = 1000;

/**
 * The files of an archive with everything of a manager, in order, each read while it is written. The manifest comes last and has the
 * counts, so an archive that was cut off can be told from a whole one. Throws what the source throws.
 */
export async function* archiveEntries(source: ArchiveSource, options: Options): AsyncGenerator<ArchiveEntry> {
  const { managerId, now, readme } = options;
  const counts: Counts = { conversations: 0, messages: 0, notes: 0 };
  const files: string[] = [];
  const entry = (name: string, input: ArchiveEntry['input']): ArchiveEntry => {
    files.push(name);
    return { name, input, lastModified: now };
  };

  yield entry('README.txt', `${readme}\n`);
  for await (const [name, content] of documentsOf(source, options)) yield entry(name, json(content));
  for (const [name, path] of [
    ['labels.json', paths.labels(managerId)],
    ['canned-replies.json', paths.cannedReplies(managerId)],
    ['contacts.json', paths.contacts(managerId)],
    ['deleted-conversations.json', paths.deletions(managerId)],
  ] as const) {
    yield entry(
      name,
      list(source.pages(path, 'id'), () => undefined),
    );
  }

  for await (const page of source.pages(paths.conversations(managerId), 'id')) {
    for (const { id, data } of page) {
      const folder = `conversations/${id}`;
      const notes = await all(source.pages(paths.notes(managerId, id), 'id'));
      counts.conversations++;
      counts.notes += notes.length;
      const draft = await source.document(paths.replyDraft(managerId, id));
      const scheduled = hasScheduled(data) ? await all(source.pages(paths.scheduled(managerId, id), 'id')) : [];
      const own = { notes, ...(draft && { draft }), ...(scheduled.length > 0 && { scheduledReplies: scheduled }) };
      yield entry(`${folder}/conversation.json`, json({ id, ...withoutTerms(data), ...own }));
      for await (const chunk of chunksOf(source.pages(paths.messages(managerId, id), 'createdAt'))) {
        const texts: string[] = [];
        const messages = list(chunk.pages, (message) => {
          texts.push(messageText(message));
          counts.messages++;
          if (counts.messages % 50 === 0) options.counted(counts);
        });
        yield entry(`${folder}/messages-${chunk.number}.json`, messages);
        yield entry(`${folder}/messages-${chunk.number}.txt`, fileText(data, texts));
      }
      options.counted(counts);
    }
  }
  yield {
    name: 'manifest.json',
    input: json({ version: 1, exportedAt: now, isComplete: true, counts, files: files.length }),
    lastModified: now,
  };
}

async function* documentsOf(source: ArchiveSource, { managerId, origin, now }: Options): AsyncGenerator<[name: string, content: object]> {
  const page = await source.document(paths.manager(managerId));
  const draft = await source.document(paths.draft(managerId));
  if (page) yield ['page.json', page];
  if (draft) yield ['draft.json', draft];
  yield ['pictures.json', picturesIn([page, draft], origin)];
  const settings = await source.document(paths.settings(managerId));
  if (settings) yield ['settings.json', settings];
  const devices = await source.document(paths.devices(managerId));
  if (devices) yield ['devices.json', withoutKeys(devices)];
  for (const month of monthsOf(page, now)) {
    const counted = await source.document(paths.statistics(managerId, month));
    if (counted) yield [`statistics/${month}.json`, counted];
  }
  const waits = await source.document(paths.waits(managerId));
  if (waits) yield ['statistics/waits.json', waits];
}

/** Conversations without scheduled replies aren't asked for them. */
function hasScheduled(conversation: object): boolean {
  return 'scheduled' in conversation && Array.isArray(conversation.scheduled) && conversation.scheduled.length > 0;
}

/** The months in which the page existed, in any time zone. */
function monthsOf(page: object | null, now: Date): string[] {
  const { createdAt = now.toISOString() } = (plainValue(page) ?? {}) as { createdAt?: string };
  const months: string[] = [];
  const last = new Date(now.getTime() + DAY_MS);
  const from = new Date(Date.parse(createdAt) - DAY_MS);
  for (let at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth())); at <= last; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push(at.toISOString().slice(0, 7));
  return months;
}

/** The addresses of all pictures in these documents. Everyone can open them, as on the page. */
function picturesIn(documents: readonly unknown[], origin: string): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('src' in value && typeof value.src === 'string') found.add(new URL(value.src, origin).href);
    for (const part of Object.values(value)) look(part);
  };
  documents.forEach(look);
  return [...found];
}

/** The keys of push subscriptions let anyone send to that browser. */
function withoutKeys(stored: object): object {
  const { devices } = plainValue(stored) as { devices?: Record<string, Record<string, unknown>> };
  const shown = Object.values(devices ?? {}).map(({ name, createdAt, usedAt }) => ({ name, createdAt, usedAt }));
  return { devices: shown };
}

/** Search terms repeat what the archive has. A message's manager is its reader. */
function withoutTerms(stored: object): object {
  const { terms: _, aliasTerms: __, managerId: ___, ...data } = stored as Record<string, unknown>;
  return data;
}

interface Chunk {
  number: number;
  pages: AsyncIterable<readonly StoredDocument[]>;
}

/** Splits pages of messages into files. Each must be read to its end before the next. */
async function* chunksOf(pages: AsyncIterable<readonly StoredDocument[]>): AsyncGenerator<Chunk> {
  const reader = pages[Symbol.asyncIterator]();
  let next = await reader.next();
  async function* some() {
    for (let count = 0; count < FILE_MESSAGES && !next.done; next = await reader.next()) {
      count += next.value.length;
      yield next.value;
    }
  }
  for (let number = 1; !next.done; number++) yield { number, pages: some() };
}

/** A JSON list that is written while it is read. It is invalid until its end. */
async function* list(pages: AsyncIterable<readonly StoredDocument[]>, each: (data: object) => void): AsyncGenerator<string> {
  let isFirst = true;
  yield '[';
  for await (const page of pages) {
    const items = page.map(({ id, data }) => {
      each(data);
      return JSON.stringify(plainValue({ id, ...withoutTerms(data) }));
    });
    if (items.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${items.join(',\n')}`;
    isFirst = false;
  }
  yield '\n]\n';
}

async function all(pages: AsyncIterable<readonly StoredDocument[]>): Promise<object[]> {
  const found: object[] = [];
  for await (const page of pages) found.push(...page.map(({ id, data }) => ({ id, ...data })));
  return found;
}

function json(content: object): string {
  return `${JSON.stringify(plainValue(content), null, 2)}\n`;
}
