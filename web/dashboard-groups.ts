import type { Plugin } from 'vite';

/** What the dashboard starts with, and what else the door and the inbox share. */
const START =
  /manager\/(start\.tsx|auth\/proof|claim\/is-new-here|door-words|problem-words)|lib\/(problem-sentence|is-transient)|web\/ui\/field|words\/(in-time|message-of|with-nodes)|domain\/(look|plain-letters)/;

/**
 * The files of the dashboard's build. What is loaded together is one file, because it compresses better than sixty. Firebase changes less
 * often than the rest (docs/decisions/065-the-dashboards-first-load.md).
 */
export const dashboardGroups = [
  // A file that awaits its catalogue must export nothing that the catalogue imports: both would wait forever.
  { name: 'words', test: /words\/runtime/, priority: 5 },
  { name: 'firebase', test: /@firebase\/(app|auth|component|logger|util)\//, priority: 4 },
  { name: 'firestore', test: /@firebase\/firestore\/dist\/(?!lite)/, priority: 3 },
  { name: 'start', test: START, priority: 2 },
  { name: 'inbox', test: /manager\/shell\/dashboard\.tsx/, priority: 1 },
  { name: 'dialogs', test: /manager\/acts\/dialogs\.ts/ },
  { name: 'this-device', test: /manager\/notifications\/with-worker/ },
];

/** Fails the build if someone who isn't signed in would load the inbox. */
export const doorWithoutInbox: Plugin = {
  name: 'door-without-inbox',
  generateBundle(_, bundle) {
    const door = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('claim/door-screens.ts'));
    if (!door) throw new Error('The door has no file.');
    const loaded = new Set([door.fileName]);
    for (const name of loaded) {
      const file = bundle[name];
      if (file?.type === 'chunk') for (const imported of file.imports) loaded.add(imported);
    }
    if ([...loaded].some((name) => name.includes('/inbox-'))) throw new Error('The door shares more with the inbox: add it to START.');
  },
};
