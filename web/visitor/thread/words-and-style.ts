import { speakThread } from '../speak.ts';

/** Loads what the thread's script needs before it draws. Rejects if something can't be loaded; can be called again. */
export function loadWordsAndStyle(stylesheet: string): Promise<unknown> {
  return Promise.all([speakThread(), loadStylesheet(stylesheet)]);
}

/** Loaded by hand: no code can catch the rejection of an imported stylesheet. */
function loadStylesheet(href: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error('no stylesheet'));
    };
  });
}
