import { createHash } from 'node:crypto';
import { apartStyle, fontStyles, presetStyles } from 'virtual:page-assets';
import { directionOfLanguage } from '@foyer/domain/language';
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { rulesFor } from '@foyer/web/public-page/sheet-parts';
import { themeCss } from '@foyer/web/public-page/theme-css';
import { Speaking } from '@foyer/web/public-page/words';
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Rendered } from './document.tsx';
import { spokenOn } from './spoken.ts';

interface Apart {
  title: string;
  /** Determines look and language; `null` for Foyer's own look in English. */
  profile: Profile | null;
  /** `strict-origin` for a page whose own address is a secret: not even our own pages get it. */
  referrer?: 'same-origin' | 'strict-origin';
  script?: string;
  words?: string;
  body: ComponentChild;
}

/**
 * A separate document in a page's look: the message box in a frame, or the conversation without JavaScript. Search engines don't index it.
 * Its forms send their origin, which the site's `no-referrer` would suppress; other sites get no referrer.
 */
export function renderApart({ title, profile, referrer = 'same-origin', script, words, body }: Apart): Rendered {
  const { theme } = profile ?? newProfile('');
  const spoken = spokenOn(profile);
  const markup = renderToString(<Speaking value={spoken}>{body}</Speaking>);
  const style = themeCss(theme) + (fontStyles[theme.fonts] ?? '') + rulesFor(presetStyles[theme.preset], markup) + apartStyle;
  const html = renderToString(
    <html lang={spoken.tag} dir={directionOfLanguage(spoken.tag) === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content={referrer} />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {script !== undefined && <script type="module" src={script} data-words={words} />}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body dangerouslySetInnerHTML={{ __html: markup }} />
    </html>,
  );
  return { html: `<!doctype html>${html}`, styleHash: createHash('sha256').update(style).digest('base64') };
}
