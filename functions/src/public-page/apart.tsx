import { createHash } from 'node:crypto';
import { apartStyle, fontStyles, presetStyles } from 'virtual:page-assets';
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { themeCss } from '@foyer/web/public-page/theme-css';
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Rendered } from './document.tsx';

interface Apart {
  title: string;
  /** Whose look it has: Foyer's own where it is nobody's. */
  profile: Profile | null;
  /** The address of a script. */
  script?: string;
  body: ComponentChild;
}

/**
 * A document that stands apart from a page and has its look: the message box in a frame, the conversation without JavaScript. No search
 * engine keeps it. Its forms say where they come from, which under the site's `no-referrer` they would not; other sites are told nothing.
 */
export function renderApart({ title, profile, script, body }: Apart): Rendered {
  const { theme } = profile ?? newProfile('');
  const style = themeCss(theme) + (fontStyles[theme.fonts] ?? '') + presetStyles[theme.preset] + apartStyle;
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="same-origin" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {script !== undefined && <script type="module" src={script} />}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, styleHash: createHash('sha256').update(style).digest('base64') };
}
