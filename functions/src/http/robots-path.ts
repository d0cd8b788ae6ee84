import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Under which our own routes know `/robots.txt`. */
export const ROBOTS_PATH = '/robots';

/**
 * Google's framework around every function answers `/robots.txt` itself, with 404, before our code runs. The file has to name the sitemap
 * by the site's own origin, which no file of the build knows, so the request is let past under another name.
 */
export function letRobotsThrough(): void {
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    if (request.url?.split('?')[0] === '/robots.txt') request.url = ROBOTS_PATH;
  });
}
