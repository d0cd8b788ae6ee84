import { createHash } from 'node:crypto';
import { apiDocsScript, apiDocsStyles, fontStyles, foyerStyle, island, presetStyles, resumeScript } from 'virtual:page-assets';
import { isKept, type Picture } from '@foyer/domain/picture';
import { plainTheme } from '@foyer/domain/theme';
import { ApiDocsPage, type ApiDocsPageProps } from '@foyer/web/public-page/api-docs-page';
import { DirectoryPage, type DirectoryPageProps } from '@foyer/web/public-page/directory-page';
import { FrontPage } from '@foyer/web/public-page/front-page';
import type { Head } from '@foyer/web/public-page/head';
import { HeadTags } from '@foyer/web/public-page/head-tags';
import { NotFoundPage } from '@foyer/web/public-page/not-found-page';
import { pageStyle } from '@foyer/web/public-page/page-style';
import { srcsetOf } from '@foyer/web/public-page/photo';
import { ProfilePage, type ProfilePageProps } from '@foyer/web/public-page/profile-page';
import { ResumePage } from '@foyer/web/public-page/resume-page';
import { SIZES } from '@foyer/web/public-page/sizes';
import { themeCss } from '@foyer/web/public-page/theme-css';
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A rendered page and the hash under which its style is allowed. */
export interface Rendered {
  html: string;
  styleHash: string;
}

export function renderProfile(head: Head, shown: ProfilePageProps): Rendered {
  const { profile } = shown;
  const { preset, fonts } = profile.theme;
  return render(head, pageStyle(profile) + (fontStyles[fonts] ?? '') + presetStyles[preset], <ProfilePage {...shown} />, {
    preload: preloadOf(profile),
    script: island,
  });
}

export function renderNotFound(head: Head): Rendered {
  return render(head, FOYERS_OWN, <NotFoundPage />, {});
}

export function renderResume(head: Head): Rendered {
  return render(head, FOYERS_OWN, <ResumePage />, { script: resumeScript });
}

export function renderFront(head: Head, host: string): Rendered {
  return render(head, FOYERS_OWN, <FrontPage host={host} />, {});
}

export function renderDirectory(head: Head, shown: DirectoryPageProps): Rendered {
  return render(head, FOYERS_OWN, <DirectoryPage {...shown} />, {});
}

export function renderApiDocs(head: Head, shown: ApiDocsPageProps): Rendered {
  return render(head, FOYERS_OWN, <ApiDocsPage {...shown} />, { script: apiDocsScript, stylesheets: apiDocsStyles });
}

/** Foyer's own pages wear the colours of its first preset. */
const FOYERS_OWN = themeCss(plainTheme('atelier', '#8a3b2a')) + foyerStyle;

/** The picture that is painted first and largest. */
function preloadOf({ cover, portrait }: { cover?: Picture | undefined; portrait?: Picture | undefined }): ComponentChild {
  const picture = cover ?? portrait;
  if (!picture) return null;
  if (!isKept(picture)) return <link rel="preload" as="image" href={picture.src} fetchpriority="high" />;
  const responsive = { imagesrcset: srcsetOf(picture, 'avif'), imagesizes: cover ? SIZES.cover : SIZES.portrait };
  return <link rel="preload" as="image" type="image/avif" fetchpriority="high" {...responsive} />;
}

interface More {
  preload?: ComponentChild;
  /** The address of a module. */
  script?: string;
  stylesheets?: readonly string[];
}

function render(head: Head, style: string, body: ComponentChild, { preload, script, stylesheets = [] }: More): Rendered {
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        {/* A form says where it comes from, which under the site's `no-referrer` it would not; other sites are told nothing. */}
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <HeadTags {...head} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {preload}
        {script !== undefined && <script type="module" src={script} />}
        {stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, styleHash: createHash('sha256').update(style).digest('base64') };
}
