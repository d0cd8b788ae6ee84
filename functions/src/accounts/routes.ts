import { deleteAccountEndpoint, freeAddressEndpoint, RECENT_SIGN_IN_MS, signOutEndpoint } from '@foyer/domain/manager';
import type { Context, Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { eraseAccount } from './erase-account.ts';
import { freeAddress } from './free-address.ts';

export const accountEndpoints = [freeAddressEndpoint, deleteAccountEndpoint, signOutEndpoint];

export function accountRoutes(app: Hono<Env>): void {
  route(app, freeAddressEndpoint, async ({ body }, context) => {
    await freeAddress(context.var.cloud, body.email);
    return null;
  });

  route(app, deleteAccountEndpoint, async (_, context, { uid, signedInAt }) => {
    const { cloud } = context.var;
    if (cloud.now() - signedInAt > RECENT_SIGN_IN_MS) throw new Problem('sign-in-again');
    await refuseWhenReadOnly(cloud);
    await eraseAccount(cloud, uid);
    dropDashboard(context);
    return null;
  });

  route(app, signOutEndpoint, async (_, context) => {
    dropDashboard(context);
    return null;
  });
}

/** Conversations that someone has as a visitor in this browser are not the dashboard's to drop. */
function dropDashboard(context: Context<Env>): void {
  clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
}
