import { createHash } from 'node:crypto';
import { css, island } from 'virtual:page-assets';
import type { Profile } from '@foyer/domain/profile';
import { FrontPage } from '@foyer/web/public-page/front-page';
import type { Head } from '@foyer/web/public-page/head';
import { NotFoundPage } from '@foyer/web/public-page/not-found-page';
import { ProfilePage } from '@foyer/web/public-page/profile-page';
import { themeCss } from '@foyer/web/public-page/theme-css';
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A rendered page and the hash under which its style is allowed. */
export interface Rendered {
  html: string;
  styleHash: string;
}

export interface Shown {
  profile: Profile;
  slug: string;
  managerId: string;
  recaptchaKey?: string | undefined;
}

export function renderProfile(head: Head & { address: string }, shown: Shown): Rendered {
  return render(head, themeCss(shown.profile.theme), <ProfilePage {...shown} />, {
    image: shown.profile.portrait?.src,
    hasIsland: true,
  });
}

export function renderNotFound(head: Head): Rendered {
  return render(head, FOYERS_OWN, <NotFoundPage />, {});
}

export function renderFront(head: Head & { address: string }): Rendered {
  return render(head, FOYERS_OWN, <FrontPage />, {});
}

/** Foyer's own pages wear the default accent. */
const FOYERS_OWN = themeCss({ preset: 'atelier', accent: '#8a3b2a' });

function render(
  head: Head & { address?: string },
  theme: string,
  body: ComponentChild,
  more: { image?: string | undefined; hasIsland?: boolean },
): Rendered {
  const style = theme + css;
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{head.title}</title>
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        {head.address !== undefined && <link rel="canonical" href={head.address} />}
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        {head.address !== undefined && <meta property="og:url" content={head.address} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {more.image !== undefined && <link rel="preload" as="image" href={more.image} />}
        {more.hasIsland && <script type="module" src={island} />}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, styleHash: createHash('sha256').update(style).digest('base64') };
}
