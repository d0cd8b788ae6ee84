import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { openCloud } from './cloud.ts';

export const answer = getRequestListener(createApp(openCloud()).fetch, { overrideGlobalObjects: false });
