import { SiteFoot, SiteHead } from './site-frame.tsx';

export interface ApiDocsPageProps {
  /** Where the API's OpenAPI document is. */
  documentPath: string;
}

/** The place for the API reference. Its viewer fills it in, with a `main` of its own (web/api-docs). */
export function ApiDocsPage({ documentPath }: ApiDocsPageProps) {
  return (
    <>
      <SiteHead current={null} />
      <div id="api-docs" data-document={documentPath}>
        <noscript>
          <main>
            <h1>Foyer API</h1>
            <p>
              This page needs JavaScript. The same information is in the <a href={documentPath}>OpenAPI document</a>.
            </p>
          </main>
        </noscript>
      </div>
      <SiteFoot />
    </>
  );
}
