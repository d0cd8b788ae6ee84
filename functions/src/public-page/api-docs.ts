import type { Hono } from 'hono';
import { Problem, problemResponse } from '../http/problem.ts';
import type { SiteEnv } from '../http/route.ts';
import { FILE_POLICY } from '../http/security-headers.ts';
import { API_DOCS_PATH, OPEN_API_PATH } from '../openapi/paths.ts';
import { pageAnswer, sendKept } from './answers.ts';
import { renderApiDocs } from './document.tsx';
import { apiDocsHeaders } from './headers.ts';
import { siteAskedFor } from './spoken.ts';

/** The readable API reference. It is the same for everyone and needs no secret, so Hosting routes it here instead of to the API. */
export function apiDocsRoute(pages: Hono<SiteEnv>): void {
  pages.get(API_DOCS_PATH, (context) => {
    const spoken = siteAskedFor(context);
    return sendKept(context, `api docs ${spoken.tag}`, () => {
      const page = renderApiDocs(spoken, { path: API_DOCS_PATH, documentPath: OPEN_API_PATH });
      return pageAnswer(page, { isUnindexed: true, policy: apiDocsHeaders(page.styleHash) });
    });
  });

  // The same refusal as the API's.
  pages.all(API_DOCS_PATH, () => {
    const refusal = problemResponse(new Problem('method-not-allowed', { allow: 'GET, HEAD' }));
    refusal.headers.set('cache-control', 'private, no-store');
    refusal.headers.set('content-security-policy', FILE_POLICY);
    return refusal;
  });
}
