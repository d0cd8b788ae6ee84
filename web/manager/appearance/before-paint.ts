import { APPEARANCE_CHOSEN, APPEARANCE_KEY } from './appearance-keys.ts';

// A classic script in the head, so nothing is painted before it (web/vite.config.ts): it can import nothing but constants.

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
let chosen: string | null = null;

/** Keeps `data-scheme` and the colour of the browser's bars at `light` or `dark`: the styles look at nothing else. */
function show(): void {
  const scheme = chosen === 'dark' || (chosen !== 'light' && prefersDark.matches) ? 'dark' : 'light';
  document.documentElement.dataset.scheme = scheme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.media = meta.dataset.for === scheme ? 'all' : 'not all';
  }
}

function read(): void {
  try {
    chosen = localStorage.getItem(APPEARANCE_KEY);
  } catch {
    // Without storage the system's appearance is shown until the settings are loaded.
  }
  show();
}

read();
prefersDark.addEventListener('change', show);
addEventListener('storage', ({ key }) => key === APPEARANCE_KEY && read());
addEventListener(APPEARANCE_CHOSEN, (event) => {
  chosen = (event as CustomEvent<string>).detail;
  show();
});
