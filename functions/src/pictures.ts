import { getRequestListener } from '@hono/node-server';
import { openSite } from './cloud.ts';
import { createPicturesApp } from './create-pictures-app.ts';

/** The pictures as a Node request handler, opened once for the life of the instance. */
export const answer = getRequestListener(createPicturesApp(openSite()).fetch, { overrideGlobalObjects: false });
