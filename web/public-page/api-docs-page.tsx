import { directionOfLanguage } from '@foyer/domain/language';
import { withNodes } from '@foyer/words/with-nodes';
import { SiteFoot, SiteHead } from './site-frame.tsx';
import { useSite } from './site-words.ts';

export interface ApiDocsPageProps {
  path: string;
  documentPath: string;
}

/** The page of the API reference. The viewer (web/api-docs) fills it in, in English, with its own `main`. */
export function ApiDocsPage({ path, documentPath }: ApiDocsPageProps) {
  const { tag, words } = useSite();
  // The viewer and its content are in English.
  const [english, own] =
    tag === 'en'
      ? []
      : ([
          { lang: 'en', dir: 'ltr' },
          { lang: tag, dir: directionOfLanguage(tag) },
        ] as const);
  return (
    <>
      <SiteHead current={null} />
      <div id="api-docs" {...english} data-document={documentPath} data-failed={words.apiFailed}>
        <noscript>
          <main {...own}>
            <h1>{words.apiHeading}</h1>
            <p>{withNodes(words.apiNeedsScript, { document: <a href={documentPath}>{words.apiDocument}</a> })}</p>
          </main>
        </noscript>
      </div>
      <SiteFoot path={path} />
    </>
  );
}
