/** Stands in for the built stylesheets, where acts run in the process of the tests. */
export const presetStyles = {};
export const fontStyles = {};
export const foyerStyle = '';
export const apartStyle = '';
export const island = '/island.js';
export const embedIsland = '/embed.js';
export const resumeScript = '/resume.js';
export const apiDocsScript = '/api-docs.js';
export const apiDocsStyles = ['/api-docs.css'];
