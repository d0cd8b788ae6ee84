import { getRequestListener } from '@hono/node-server';
import { openSite } from '../cloud.ts';
import { createPages } from './pages.ts';

/** Exported to be measured. */
export { profileAnswer } from './profile-answer.ts';
export const pages = createPages(openSite());

/** The public pages as a Node request handler. They never read a cookie: the same bytes go to everybody. */
export const answer = getRequestListener(pages.fetch, { overrideGlobalObjects: false });
