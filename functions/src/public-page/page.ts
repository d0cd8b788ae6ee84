import { openSite } from '../cloud.ts';
import { readerListener } from '../limits/reader-listener.ts';
import { createPages } from './pages.ts';

/** Exported for benchmarks. */
export { profileAnswer } from './profile-answer.ts';

const site = openSite();
export const pages = createPages(site);

/** The public pages as a Node request handler. They never read cookies: everyone gets the same bytes. */
export const answer = readerListener(site, pages);
