import type { Head } from './head.ts';
import { OPEN_GRAPH_SIZE } from './open-graph-image.ts';

/** Everything in `<head>` that describes a page to search engines, networks and programs. */
export function HeadTags({ title, description, address, image, translations = [], isUnindexed, person }: Head) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {isUnindexed && <meta name="robots" content="noindex" />}
      {address !== undefined && <link rel="canonical" href={address} />}
      {translations.map(({ tag, href }) => (
        <link key={tag} rel="alternate" hreflang={tag} href={href} />
      ))}
      {translations.map(({ tag, href }) => tag === 'en' && <link key={tag} rel="alternate" hreflang="x-default" href={href} />)}
      <meta property="og:type" content={person ? 'profile' : 'website'} />
      <meta property="og:site_name" content="Foyer" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {address !== undefined && <meta property="og:url" content={address} />}
      {person && <meta property="og:locale" content={person.locale} />}
      {image && (
        <>
          <meta property="og:image" content={image.src} />
          <meta property="og:image:width" content={`${OPEN_GRAPH_SIZE.width}`} />
          <meta property="og:image:height" content={`${OPEN_GRAPH_SIZE.height}`} />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {person?.alternates.map(({ type, href, title: name }) => (
        <link key={type} rel="alternate" type={type} href={href} title={name} />
      ))}
      {person && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: person.data }} />}
    </>
  );
}
