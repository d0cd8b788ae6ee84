import { apiDocsHead } from '@foyer/web/public-page/head';
import type { Hono } from 'hono';
import { Problem, problemResponse } from '../http/problem.ts';
import type { SiteEnv } from '../http/route.ts';
import { FILE_POLICY } from '../http/security-headers.ts';
import { API_DOCS_PATH, OPEN_API_PATH } from '../openapi/paths.ts';
import { pageAnswer, sendKept } from './answers.ts';
import { renderApiDocs } from './document.tsx';
import { apiDocsHeaders } from './headers.ts';

/** The readable API reference. It is the same for everyone and needs no secret, so Hosting sends its address here and not to the API. */
export function apiDocsRoute(pages: Hono<SiteEnv>): void {
  pages.get(API_DOCS_PATH, (context) =>
    sendKept(context, 'api docs', () => {
      const page = renderApiDocs(apiDocsHead, { documentPath: OPEN_API_PATH });
      return pageAnswer(page, { isUnindexed: true, policy: apiDocsHeaders(page.styleHash) });
    }),
  );

  // Refused as the API refuses it.
  pages.all(API_DOCS_PATH, () => {
    const refusal = problemResponse(new Problem('method-not-allowed', { allow: 'GET, HEAD' }));
    refusal.headers.set('cache-control', 'private, no-store');
    refusal.headers.set('content-security-policy', FILE_POLICY);
    return refusal;
  });
}
