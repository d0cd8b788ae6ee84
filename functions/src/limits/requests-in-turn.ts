import { openConversationEndpoint } from '@foyer/domain/conversation';
import { exportConversationEndpoint } from '@foyer/domain/export';
import { threadForm } from '@foyer/domain/form';
import { checkSlugEndpoint } from '@foyer/domain/manager';
import { countViewEndpoint } from '@foyer/domain/statistics';
import { createMiddleware } from 'hono/factory';
import { networkOf } from '../http/network.ts';
import { isRead, type SiteEnv } from '../http/route.ts';
import { READ_COST } from './rates.ts';

/** Where the API describes itself. */
export const OPEN_API_PATH = '/api/openapi.json';

const OF_API: readonly [path: RegExp, cost: number][] = (
  [
    [{ path: OPEN_API_PATH }, READ_COST.openApi],
    [openConversationEndpoint, READ_COST.conversation],
    [threadForm, READ_COST.form],
    [checkSlugEndpoint, READ_COST.slugCheck],
    [exportConversationEndpoint, READ_COST.export],
  ] as const
).map(([{ path }, cost]) => [new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), cost]);

/** What a read at a path of the API costs. */
export function readCostOf(path: string): number {
  return OF_API.find(([pattern]) => pattern.test(path))?.[1] ?? READ_COST.page;
}

/** The first guard of every request to the API. */
export const requestsInTurn = createMiddleware<SiteEnv>(async (context, next) => {
  const { door, now } = context.var.cloud;
  const { path, method } = context.req;
  if (path === countViewEndpoint.path) door.admitView(networkOf(context), now());
  else if (isRead(method)) door.admitRead(networkOf(context), readCostOf(path), now());
  else door.admitWrite(networkOf(context), now());
  await next();
});
