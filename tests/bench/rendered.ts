/** What the render benchmark measures, bundled as deployed: the pages, and rendering one without a cache. */

export { pages } from '@foyer/functions/public-page/page';
export { spokenOn } from '@foyer/functions/public-page/spoken';
export { profileHead } from '@foyer/web/public-page/head';
export { renderProfile } from '../../functions/src/public-page/document.tsx';
