import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { openCloud } from './cloud.ts';

/** The API as a Node request handler, opened once for the life of the instance. */
export const answer = getRequestListener(createApp(openCloud()).fetch, { overrideGlobalObjects: false });
