/** The files with the site's settings that the dashboard reads first. Its service worker keeps a copy, so that it opens offline. */
export const SETTINGS_PATHS: readonly string[] =
  import.meta.env.MODE === 'emulators' ? ['/emulators.json'] : ['/__/firebase/init.json', '/settings.json'];
