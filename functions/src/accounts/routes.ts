import { deleteAccountEndpoint, endSignInsEndpoint, freeAddressEndpoint, RECENT_SIGN_IN_MS, signOutEndpoint } from '@foyer/domain/manager';
import { keepAccountEndpoint } from '@foyer/domain/page-control';
import type { Context, Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { endSignIns } from './end-sign-ins.ts';
import { freeAddress } from './free-address.ts';
import { keepAccount, requestDeletion } from './request-deletion.ts';

export const accountEndpoints = [freeAddressEndpoint, deleteAccountEndpoint, keepAccountEndpoint, endSignInsEndpoint, signOutEndpoint];

export function accountRoutes(app: Hono<Env>): void {
  route(app, freeAddressEndpoint, async ({ body }, context) => {
    await freeAddress(context.var.cloud, body.email);
    return null;
  });

  route(app, deleteAccountEndpoint, async (_, context, { uid, signedInAt }) => {
    const { cloud } = context.var;
    if (cloud.now() - signedInAt > RECENT_SIGN_IN_MS) throw new Problem('sign-in-again');
    await refuseWhenReadOnly(cloud);
    const deletionDueAt = await requestDeletion(cloud, uid);
    if (deletionDueAt === null) dropDashboard(context);
    return { deletionDueAt };
  });

  route(app, keepAccountEndpoint, async (_, context, { uid }) => {
    await keepAccount(context.var.cloud, uid);
    return null;
  });

  // Works in every mode of the breaker: nobody should have to wait to lock someone out.
  route(app, endSignInsEndpoint, async (_, context, { uid }) => {
    await endSignIns(context.var.cloud, uid);
    return null;
  });

  route(app, signOutEndpoint, async (_, context) => {
    dropDashboard(context);
    return null;
  });
}

/** Keeps cookies and storage if someone also has conversations as a visitor in this browser. */
function dropDashboard(context: Context<Env>): void {
  clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
}
