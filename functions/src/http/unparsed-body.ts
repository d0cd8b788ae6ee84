import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Firebase parses a JSON body before our code runs and answers a broken one itself, as an HTML page. Called an octet stream, every body
 * reaches us as it was sent, and one parser, ours, decides. The true type stays in `rawHeaders`, which our HTTP layer reads.
 */
export function takeBodiesUnparsed(prefix: string): void {
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    if (!request.url?.startsWith(prefix)) return;
    if (request.headers['content-type'] !== undefined) request.headers['content-type'] = 'application/octet-stream';
    delete request.headers['content-encoding'];
  });
}
