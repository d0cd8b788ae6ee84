import { searchEndpoint } from '@foyer/domain/search';
import type { Hono } from 'hono';
import { type Env, route } from '../http/route.ts';
import { positionAt } from './position.ts';
import { search } from './search.ts';

export const searchEndpoints = [searchEndpoint];

export function searchRoutes(app: Hono<Env>): void {
  route(app, searchEndpoint, async ({ query: { q, after } }, context, { uid }) => {
    const { cloud } = context.var;
    const position = after === undefined ? null : positionAt(after);
    cloud.door.admitInboxSearch(uid, cloud.now());
    return search(cloud, uid, q, position);
  });
}
