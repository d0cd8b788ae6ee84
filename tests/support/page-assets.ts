import { PRESETS } from '@foyer/domain/theme';

/** Replaces the built stylesheets when acts run in the tests' process. */
export const presetStyles = Object.fromEntries(PRESETS.map((preset) => [preset, []]));
export const fontStyles = {};
export const foyerStyle = '';
export const apartStyle = '';
export const island = '/island.js';
export const embedIsland = '/embed.js';
export const boxWords = { en: '/box-en.js', 'en-XA': '/box-en-XA.js' };
export const embedBoxWords = boxWords;
export const resumeScript = '/resume.js';
export const unknownPageScript = '/unknown-page.js';
export const apiDocsScript = '/api-docs.js';
export const apiDocsStyles = ['/api-docs.css'];
