import stylesheet from './conversation.css?url';

/**
 * Loads the thread's script, words and stylesheet. The loader of the words also loads the stylesheet, at the same time as the words, so the
 * message box needs no code for it. Rejects if one of them can't be loaded; can be called again.
 */
export async function loadThread(): Promise<typeof import('./thread.tsx')> {
  const [thread] = await Promise.all([
    import('./thread.tsx'),
    import('./words-and-style.ts').then((file) => file.loadWordsAndStyle(stylesheet)),
  ]);
  return thread;
}
