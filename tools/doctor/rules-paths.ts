/** The next comment, string, match with its path, or brace. Strings and comments can contain braces too. */
const TOKEN = /\/\/.*|'[^']*'|"[^"]*"|\bmatch\s+((?:\/(?:\{[^}]*\}|[^\s/{}]+))+)\s*\{|[{}]/g;
const ROOT = 'databases/{database}/documents';

/** The document paths of security rules, as written in their matches: `managers/{managerId}/labels/{labelId}`. */
export function documentsIn(rules: string): string[] {
  const found: string[] = [];
  // For each open brace: the path of its match, or `null`.
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
