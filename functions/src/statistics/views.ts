import { getRequestListener } from '@hono/node-server';
import { openSite, type Site } from '../cloud.ts';
import { refuseOthers, type SiteEnv } from '../http/route.ts';
import { newApp } from '../new-app.ts';
import { statisticsEndpoints, statisticsRoutes } from './routes.ts';

/** The views as a Node request handler, opened once for the life of the instance: one route of the API, and none of its secrets. */
export const answer = getRequestListener(createViewsApp(openSite()).fetch, { overrideGlobalObjects: false });

function createViewsApp(site: Site) {
  const app = newApp<SiteEnv>(site);
  statisticsRoutes(app);
  refuseOthers(app, statisticsEndpoints);
  return app;
}
