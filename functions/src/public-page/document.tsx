import { createHash } from 'node:crypto';
import {
  apiDocsScript,
  apiDocsStyles,
  boxWords,
  fontStyles,
  foyerStyle,
  island,
  presetStyles,
  resumeScript,
  unknownPageScript,
} from 'virtual:page-assets';
import { directionOfLanguage, type Tag } from '@foyer/domain/language';
import { plainTheme } from '@foyer/domain/theme';
import { ApiDocsPage, type ApiDocsPageProps } from '@foyer/web/public-page/api-docs-page';
import { DirectoryPage, type DirectoryPageProps } from '@foyer/web/public-page/directory-page';
import { FrontPage } from '@foyer/web/public-page/front-page';
import { type Head, type SitePage, siteHead } from '@foyer/web/public-page/head';
import { HeadTags } from '@foyer/web/public-page/head-tags';
import { NotFoundPage } from '@foyer/web/public-page/not-found-page';
import { pageStyle } from '@foyer/web/public-page/page-style';
import { ProfilePage, type ProfilePageProps } from '@foyer/web/public-page/profile-page';
import { ResumePage } from '@foyer/web/public-page/resume-page';
import { rulesFor } from '@foyer/web/public-page/sheet-parts';
import { type SiteSpoken, SpeakingSite } from '@foyer/web/public-page/site-words';
import { themeCss } from '@foyer/web/public-page/theme-css';
import { Speaking } from '@foyer/web/public-page/words';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { siteOrigin } from '../config.ts';
import { spokenOn } from './spoken.ts';

/** A rendered page and the hash that allows its style. */
export interface Rendered {
  html: string;
  styleHash: string;
}

export function renderProfile(head: Head, shown: ProfilePageProps): Rendered {
  const { profile } = shown;
  const { preset, fonts } = profile.theme;
  const spoken = spokenOn(profile);
  const body = (
    <Speaking value={spoken}>
      <ProfilePage {...shown} />
    </Speaking>
  );
  const styleFor = (markup: string) => pageStyle(profile) + (fontStyles[fonts] ?? '') + rulesFor(presetStyles[preset], markup);
  return render(head, styleFor, body, {
    tag: spoken.tag,
    script: island,
    words: { lang: spoken.tag, href: boxWords[spoken.tag] },
  });
}

export function renderNotFound(spoken: SiteSpoken): Rendered {
  return renderSite('not found', spoken, <NotFoundPage />, { script: unknownPageScript });
}

export function renderResume(spoken: SiteSpoken): Rendered {
  return renderSite('resume', spoken, <ResumePage />, { script: resumeScript });
}

export function renderFront(spoken: SiteSpoken, host: string): Rendered {
  return renderSite('front', spoken, <FrontPage host={host} />);
}

export function renderDirectory(spoken: SiteSpoken, shown: DirectoryPageProps): Rendered {
  return renderSite('directory', spoken, <DirectoryPage {...shown} />);
}

export function renderApiDocs(spoken: SiteSpoken, shown: ApiDocsPageProps): Rendered {
  return renderSite('api docs', spoken, <ApiDocsPage {...shown} />, { script: apiDocsScript, stylesheets: apiDocsStyles });
}

function renderSite(page: SitePage, spoken: SiteSpoken, body: VNode, more: More = {}): Rendered {
  const shown = <SpeakingSite value={spoken}>{body}</SpeakingSite>;
  return render(siteHead(page, spoken, siteOrigin()), () => FOYERS_OWN, shown, { tag: spoken.tag, ...more });
}

/** Foyer's own pages use the colours of its first preset. */
const FOYERS_OWN = themeCss(plainTheme('atelier', '#8a3b2a')) + foyerStyle;

interface More {
  script?: string;
  words?: { lang: Tag; href: string };
  stylesheets?: readonly string[];
}

function render(
  head: Head,
  styleFor: (markup: string) => string,
  body: VNode,
  { tag, script, words, stylesheets = [] }: More & { tag: Tag },
): Rendered {
  const markup = renderToString(body);
  const style = styleFor(markup);
  const html = renderToString(
    <html lang={tag} dir={directionOfLanguage(tag) === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        {/* Lets a form send its origin, which the site's `no-referrer` would suppress; other sites get no referrer. */}
        <meta name="referrer" content="same-origin" />
        <HeadTags {...head} />
        <link rel="icon" href="/favicon.svg" />
        {script !== undefined && <script type="module" src={script} lang={words?.lang} data-words={words?.href} />}
        {stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body dangerouslySetInnerHTML={{ __html: markup }} />
    </html>,
  );
  return { html: `<!doctype html>${html}`, styleHash: createHash('sha256').update(style).digest('base64') };
}
