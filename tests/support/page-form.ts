/** What a form on a page would send as it stands: a reader of our own markup, not of HTML. The first one, or the one that goes to `path`. */
export function formIn(html: string, path = ''): { action: string; fields: Record<string, string> } {
  const all = [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const [, action = '', content = ''] = all.find(([, address = '']) => address.startsWith(path)) ?? [];
  const fields: Record<string, string> = {};
  for (const [tag] of content.matchAll(/<input (?:"[^"]*"|[^">])*>/g)) {
    if (attribute(tag, 'type') !== 'checkbox') fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  const area = /<textarea [^>]*>([\s\S]*?)<\/textarea>/.exec(content);
  if (area) fields.text = unescaped(area[1] ?? '');
  return { action: unescaped(action), fields };
}

/** The texts of the messages on a thread's page. */
export function bubblesIn(html: string): string[] {
  return [...html.matchAll(/<p class="bubble"[^>]*>([\s\S]*?)<\/p>/g)].map(([, text = '']) => unescaped(text.replace(/<[^>]*>/g, '')));
}

/** The code that a page shows, or `null`. */
export function codeIn(html: string): string | null {
  return /<p class="code"[^>]*>([^<]+)<\/p>/.exec(html)?.[1] ?? null;
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
