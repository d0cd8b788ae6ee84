import type { Named } from '../../directory/find-listings.ts';
import { inline } from './page-as-text.ts';

/** The dashboard and the API, but no page whose slug starts like them: a rule matches every path with that prefix (RFC 9309, 2.2.2). */
const DISALLOWED = ['/api/', '/app$', '/app/', '/app?', '/app.html'];

/** A page that opts out of search engines does so itself: listing it here would reveal which pages those are. */
export function robotsTxt(origin: string): string {
  const rules = DISALLOWED.map((path) => `Disallow: ${path}\n`).join('');
  return `User-agent: *\n${rules}\nSitemap: ${origin}/sitemap.xml\n`;
}

/** The site, and the pages whose managers asked to be listed. */
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

/** Describes the site to programs that read on someone's behalf (llmstxt.org). */
export function llmsTxt(origin: string, listed: readonly Named[]): string {
  const people = listed.map(({ slug, name, headline }) => {
    const about = headline === undefined ? '' : `: ${inline(headline)}`;
    return `- [${inline(name)}](${origin}/${slug}/llms.txt)${about}`;
  });
  return [
    '# Foyer',
    '> Foyer is a personal front door: each person has a page where anyone can write without an account and read the answer in the same place.',
    [
      'A page is at `/{name}`, its text alone at `/{name}/llms.txt`, and a contact card at `/{name}.vcf`.',
      'To write to someone, open their page and use the message box. Don’t send anything that no one asked you to send.',
    ].join('\n'),
    ...(people.length === 0 ? [] : ['## People who chose to be listed', people.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}
