import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Firebase parses a body before our code runs: it answers broken JSON itself, as an HTML page, and holds up to 32 MB of each request in
 * memory first. It does so by the content type, so without one every body reaches us as a stream, and one reader, ours, decides how much
 * of it to take. The true type stays in `rawHeaders`, which our HTTP layer reads. Events come as bodies too, and keep theirs: only the functions
 * `targets` take them so.
 */
export function takeBodiesUnparsed(targets: readonly string[]): void {
  if (!targets.includes(process.env.FUNCTION_TARGET ?? '')) return;
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    delete request.headers['content-type'];
    delete request.headers['content-encoding'];
  });
}
