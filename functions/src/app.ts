import type { Endpoint } from '@foyer/domain/endpoint';
import { isForm } from '@foyer/domain/form';
import { uploadPictureEndpoint } from '@foyer/domain/picture';
import type { Hono } from 'hono';
import { accountEndpoints, accountRoutes } from './accounts/routes.ts';
import type { Cloud } from './cloud.ts';
import { conversationEndpoints, conversationRoutes } from './conversations/routes.ts';
import { sessionEndpoints, sessionRoutes } from './conversations/session-routes.ts';
import { deviceEndpoints, deviceRoutes } from './devices/routes.ts';
import { refusal } from './forms/refusal.ts';
import { formRoutes, forms } from './forms/routes.ts';
import { problemResponse } from './http/problem.ts';
import { type Env, refuseOthers } from './http/route.ts';
import { mailEndpoints, mailRoutes } from './mail/routes.ts';
import { managerEndpoints, managerRoutes } from './managers/routes.ts';
import { newApp } from './new-app.ts';
import { OPEN_API_PATH } from './openapi/paths.ts';
import { searchEndpoints, searchRoutes } from './search/routes.ts';
import { statisticsEndpoints, statisticsRoutes } from './statistics/routes.ts';

export const endpoints: readonly Endpoint[] = [
  ...conversationEndpoints,
  ...sessionEndpoints,
  ...managerEndpoints,
  ...accountEndpoints,
  ...deviceEndpoints,
  ...searchEndpoints,
  ...statisticsEndpoints,
  ...mailEndpoints,
];

/** Includes endpoints of other functions: everything the OpenAPI document describes. */
export const documented: readonly Endpoint[] = [...endpoints, uploadPictureEndpoint, ...forms];

export function createApp(cloud: Cloud): Hono<Env> {
  const app = newApp<Env>(cloud, (context, problem) => (isForm(context.req) ? refusal(context, problem) : problemResponse(problem)));
  conversationRoutes(app);
  sessionRoutes(app);
  managerRoutes(app);
  accountRoutes(app);
  deviceRoutes(app);
  searchRoutes(app);
  statisticsRoutes(app);
  mailRoutes(app);
  formRoutes(app);
  let openApi: Promise<string> | undefined;
  app.get(OPEN_API_PATH, async (context) => {
    openApi ??= import('./openapi/document.ts').then(({ openApiDocument }) => JSON.stringify(openApiDocument(documented, cloud.config)));
    return context.body(await openApi, 200, { 'content-type': 'application/json' });
  });
  refuseOthers(app, [...endpoints, ...forms]);
  return app;
}
