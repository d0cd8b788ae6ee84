/** What the further lists need when they are first shown. */
export { FurtherLinks } from './further-links.tsx';
export { ViewCount } from './view-count.tsx';
