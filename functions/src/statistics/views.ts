import { getRequestListener } from '@hono/node-server';
import { openSite, type Site } from '../cloud.ts';
import { refuseOthers, type SiteEnv } from '../http/route.ts';
import { newApp } from '../new-app.ts';
import { statisticsEndpoints, statisticsRoutes } from './routes.ts';

/** One route of the API without its secrets. */
export const answer = getRequestListener(createViewsApp(openSite()).fetch, { overrideGlobalObjects: false });

function createViewsApp(site: Site) {
  const app = newApp<SiteEnv>(site);
  statisticsRoutes(app);
  refuseOthers(app, statisticsEndpoints);
  return app;
}
