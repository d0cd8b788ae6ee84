/** What the render's benchmark measures, bundled as it is deployed: the pages, and the drawing of one without anything remembered. */

export { pages } from '@foyer/functions/public-page/page';
export { profileHead } from '@foyer/web/public-page/head';
export { renderProfile } from '../../functions/src/public-page/document.tsx';
