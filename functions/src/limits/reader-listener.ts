import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { networkOf } from '../http/network.ts';
import { READER_SENTENCES, readerRefusalHeaders } from '../http/refuse-reader.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { READ_COST } from './rates.ts';

/**
 * Serves pages or pictures as a Node request handler. A network over its read limit is refused before a `Request` and a `Response` are
 * built, which cost several times as much as the refusal itself. The middleware (reads-in-turn.ts) still counts reads. Requests below
 * `/api/` are not reads.
 */
export function readerListener(site: Site, app: Pick<Hono, 'fetch'>) {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const waitMs = request.url?.startsWith('/api/') ? 0 : readWaitMs(site, request);
    if (waitMs === 0) return answer(request, response);
    response.writeHead(429, { ...SECURITY_HEADERS, ...readerRefusalHeaders(waitMs), 'content-type': 'text/plain; charset=UTF-8' });
    response.end(READER_SENTENCES[429]);
  };
}

function readWaitMs(site: Site, { headers }: IncomingMessage): number {
  const header = (name: string) => headers[name]?.toString();
  return site.door.readWaitMs(networkOf({ req: { header }, var: { cloud: site } }), READ_COST.page, site.now());
}
