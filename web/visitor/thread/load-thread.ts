import stylesheet from './conversation.css?url';

/** Loads the thread's script and its stylesheet. Rejects when one of them cannot be had; asking again is allowed. */
export async function loadThread(): Promise<typeof import('./thread.tsx')> {
  const [thread] = await Promise.all([import('./thread.tsx'), loadStylesheet(stylesheet)]);
  return thread;
}

/** By hand: an import of the stylesheet would reject where nobody can hear it. */
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
