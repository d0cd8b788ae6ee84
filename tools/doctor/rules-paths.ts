/** A comment, a text, a match with its path, or a brace: whichever comes next. Texts and comments can hold braces too. */
const TOKEN = /\/\/.*|'[^']*'|"[^"]*"|\bmatch\s+((?:\/(?:\{[^}]*\}|[^\s/{}]+))+)\s*\{|[{}]/g;
const ROOT = 'databases/{database}/documents';

/** The documents that security rules speak of, as their matches are written: `managers/{managerId}/labels/{labelId}`. */
export function documentsIn(rules: string): string[] {
  const found: string[] = [];
  // Of each open brace: the path of the match that it begins, or nothing.
  const open: (string | null)[] = [];
  for (const [token, path] of rules.matchAll(TOKEN)) {
    if (path !== undefined) {
      open.push(path);
      const [, document] = open.join('').split(`${ROOT}/`);
      // A recursive wildcard names no collection.
      if (document && !document.includes('=**')) found.push(document);
    } else if (token === '{') open.push(null);
    else if (token === '}') open.pop();
  }
  return found;
}
