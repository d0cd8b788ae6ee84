/** The content that a form on a page would send: a parser for our own markup only. Returns the first form, or the one for `path`. */
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

export function bubblesIn(html: string): string[] {
  return [...html.matchAll(/<p class="bubble"[^>]*>([\s\S]*?)<\/p>/g)].map(([, text = '']) => unescaped(text.replace(/<[^>]*>/g, '')));
}

export function codeIn(html: string): string | null {
  return /<p class="code"[^>]*><bdi[^>]*>([^<]+)<\/bdi>/.exec(html)?.[1] ?? null;
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
