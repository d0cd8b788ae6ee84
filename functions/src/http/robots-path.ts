import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

export const ROBOTS_PATH = '/robots';

/**
 * Google's functions framework answers `/robots.txt` with 404 before our code runs. The file must name the sitemap with the site's own
 * origin, which no build file knows, so this renames the request first.
 */
export function letRobotsThrough(): void {
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    if (request.url?.split('?')[0] === '/robots.txt') request.url = ROBOTS_PATH;
  });
}
