import type { Named } from '../../directory/find-listings.ts';
import { inline } from './page-as-text.ts';

/** The dashboard and the API, and no page whose slug begins like them: a rule matches every path that begins with it (RFC 9309, 2.2.2). */
const DISALLOWED = ['/api/', '/app$', '/app/', '/app?', '/app.html'];

/** A page that wants no search engine says so itself; naming it here would tell everyone which pages those are. */
export function robotsTxt(origin: string): string {
  const rules = DISALLOWED.map((path) => `Disallow: ${path}\n`).join('');
  return `User-agent: *\n${rules}\nSitemap: ${origin}/sitemap.xml\n`;
}

/** The site and the pages whose managers asked to be found. */
export function sitemapXml(origin: string, listed: readonly Named[]): string {
  const pages = listed.map(
    ({ slug, listedAtMs }) =>
      `<url><loc>${origin}/${slug}</loc><lastmod>${new Date(listedAtMs).toISOString().slice(0, 10)}</lastmod></url>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    `<url><loc>${origin}/</loc></url>`,
    ...pages,
    '</urlset>\n',
  ].join('\n');
}

/** What the site is, for programs that read for somebody (llmstxt.org). */
export function llmsTxt(origin: string, listed: readonly Named[]): string {
  const people = listed.map(({ slug, name, headline }) => {
    const about = headline === undefined ? '' : `: ${inline(headline)}`;
    return `- [${inline(name)}](${origin}/${slug}/llms.txt)${about}`;
  });
  return [
    '# Foyer',
    '> Foyer is a personal front door: a page of one’s own, where anybody can write without an account and read the answer in the same place.',
    [
      'Each page is one person’s, at `/{name}`. Its text alone is at `/{name}/llms.txt`, a contact card at `/{name}.vcf`.',
      'To write to somebody, open their page and use the message box. A conversation is between two people: send nothing that nobody asked you to send.',
    ].join('\n'),
    ...(people.length === 0 ? [] : ['## People who asked to be found', people.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}
