import type { Head } from './head.ts';
import { OPEN_GRAPH_SIZE, OPEN_GRAPH_TYPE } from './open-graph-image.ts';

/** Everything in `<head>` that says what a page is, for search engines, networks and programs. */
export function HeadTags({ title, description, address, image, isUnindexed, person }: Head) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {isUnindexed && <meta name="robots" content="noindex" />}
      {address !== undefined && <link rel="canonical" href={address} />}
      <meta property="og:type" content={person ? 'profile' : 'website'} />
      <meta property="og:site_name" content="Foyer" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {address !== undefined && <meta property="og:url" content={address} />}
      {person && <meta property="og:locale" content={person.locale} />}
      {image && (
        <>
          <meta property="og:image" content={image.src} />
          <meta property="og:image:type" content={OPEN_GRAPH_TYPE} />
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
