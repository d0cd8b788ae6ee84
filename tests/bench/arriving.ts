import type { Page } from 'playwright-core';

interface Frame {
  documentChange?: { document: ListedDocument; targetIds?: number[] };
  targetChange?: { resumeToken?: string };
}

interface ListedDocument {
  name: string;
  fields: Record<string, unknown>;
  updateTime: string;
}

declare global {
  interface Window {
    /** Lets messages arrive from visitors in listed conversations, `perSecond` for `ms`. Returns how many did. */
    letArrive?: (perSecond: number, ms: number, except: string) => Promise<number>;
  }
}

/**
 * Lets a page hear of messages that nobody stored, by putting changes of conversations into the stream from Firestore. The emulator can't
 * store 60 messages a second while a dashboard listens, because it sends every list again after each of them. Call it before the page opens.
 */
export async function prepareArrivals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listed = new Map<string, { document: ListedDocument; targetIds: number[] }>();
    let stream: TransformStreamDefaultController<string> | null = null;
    let resumeToken = '';
    let arrived = 0;
    /** Frames are numbered. The page sees Firestore's after ours, and acknowledges the numbers it sees. */
    let lastId = 0;
    let added = 0;

    const plainFetch = window.fetch;
    window.fetch = async (...args) => {
      const [asked, init] = args;
      const url = asked instanceof Request ? asked.url : `${asked}`;
      if (!url.includes('/Listen/channel?')) return plainFetch(...args);
      const answer = await (added === 0 ? plainFetch(...args) : acknowledge(new Request(asked, init)));
      if (!url.includes('TYPE=xmlhttp') || !answer.body) return answer;
      let rest = '';
      const frames = new TransformStream<string, string>({
        start(controller) {
          stream = controller;
        },
        // A frame is its length in characters, a line break, and JSON.
        transform(text, controller) {
          rest += text;
          for (let end = rest.indexOf('\n'); end > 0; end = rest.indexOf('\n')) {
            const next = end + 1 + Number(rest.slice(0, end));
            if (rest.length < next) return;
            const arrays: [number, Frame[]][] = JSON.parse(rest.slice(end + 1, next));
            for (const [, changes] of arrays) note(changes);
            lastId = (arrays.at(-1)?.[0] ?? 0) + added;
            send(
              controller,
              arrays.map(([id, changes]) => [id + added, changes]),
            );
            rest = rest.slice(next);
          }
        },
      });
      const body = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(frames).pipeThrough(new TextEncoderStream());
      return new Response(body, answer);
    };

    async function acknowledge(request: Request): Promise<Response> {
      const { method, headers, credentials, signal } = request;
      const body = method === 'POST' ? await request.text() : null;
      const url = request.url.replace(/(?<=&AID=)\d+/, (id) => `${Number(id) - added}`);
      return plainFetch(url, { method, headers, credentials, signal, body });
    }

    function send(controller: TransformStreamDefaultController<string>, arrays: unknown): void {
      const frame = JSON.stringify(arrays);
      controller.enqueue(`${frame.length}\n${frame}`);
    }

    function note(changes: Frame[]): void {
      if (!Array.isArray(changes)) return;
      for (const { documentChange, targetChange } of changes) {
        resumeToken = targetChange?.resumeToken || resumeToken;
        if (!documentChange || !/\/conversations\/[^/]+$/.test(documentChange.document.name)) continue;
        const { document, targetIds = [] } = documentChange;
        listed.set(document.name, { document, targetIds });
      }
    }

    function arrive(name: string, count: number): boolean {
      const entry = listed.get(name);
      if (!entry || !stream) return false;
      const at = `${new Date().toISOString().slice(0, -1)}${String(count % 1000).padStart(3, '0')}Z`;
      const { fields } = entry.document;
      const lastMessage = {
        id: { stringValue: `arriving${String(count).padStart(13, '0')}` },
        sender: { stringValue: 'visitor' },
        preview: { stringValue: `Message ${count}` },
        at: { timestampValue: at },
      };
      const unread = Number((fields.unread as { integerValue?: string } | undefined)?.integerValue ?? 0) + 1;
      entry.document = {
        ...entry.document,
        updateTime: at,
        fields: {
          ...fields,
          lastMessage: { mapValue: { fields: lastMessage } },
          unread: { integerValue: `${unread}` },
          isUnread: { booleanValue: true },
        },
      };
      try {
        for (const change of [{ documentChange: entry }, { targetChange: { resumeToken, readTime: at } }]) {
          send(stream, [[++lastId, [change]]]);
          added++;
        }
        return true;
      } catch {
        // This stream has ended, and the next one has not begun.
        return false;
      }
    }

    window.letArrive = async (perSecond, ms, except) => {
      const names = [...listed.keys()].filter((name) => !name.endsWith(`/${except}`));
      const start = performance.now();
      let count = 0;
      for (let passed = 0; passed < ms; passed = performance.now() - start) {
        while (count < (passed / 1000) * perSecond && arrive(names[count % names.length] ?? '', arrived)) {
          count++;
          arrived++;
        }
        await new Promise((resolve) => setTimeout(resolve, 8));
      }
      return count;
    };
  });
}
