import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Stops Firebase from parsing bodies before our code runs: it answers broken JSON with an HTML page, and buffers up to 32 MB of each
 * request. Without a content type every body reaches us as a stream, and only our reader limits it. `rawHeaders` keeps the original type,
 * which our HTTP layer reads. Events are bodies too and must keep theirs, so only the functions in `targets` do this.
 */
export function takeBodiesUnparsed(targets: readonly string[]): void {
  if (!targets.includes(process.env.FUNCTION_TARGET ?? '')) return;
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    delete request.headers['content-type'];
    delete request.headers['content-encoding'];
  });
}
