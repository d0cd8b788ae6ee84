/** Loaded with the first form: most instances render no page. */
export { codePage } from './code-page.tsx';
export { gonePage } from './gone-page.tsx';
export { mailPage } from './mail-page.tsx';
export { refusalPage } from './refusal-page.tsx';
export { threadPage } from './thread-page.tsx';
