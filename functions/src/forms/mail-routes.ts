import type { Form } from '@foyer/domain/form';
import { confirmMailForm, confirmMailPage, stopMailForm, stopMailPage } from '@foyer/domain/mail-form';
import type { Profile } from '@foyer/domain/profile';
import type { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import type { Env } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { confirmMail, confirmState } from '../mail/confirm-mail.ts';
import { type MailLink, readMailToken } from '../mail/mail-link.ts';
import { stopByLink } from '../mail/stop-mail.ts';
import { formRouteAnywhere } from './form-route.ts';

const pages = () => import('./form-pages.ts');

export const mailForms: readonly Form[] = [confirmMailPage, confirmMailForm, stopMailPage, stopMailForm];

/** The links in mails. Opening one changes nothing, since programs that check mails open every link; the button does. */
export function mailFormRoutes(app: Hono<Env>): void {
  formRouteAnywhere(app, confirmMailPage, async ({ query: { token } }, context) => {
    const { cloud } = context.var;
    const link = await readLink(cloud, token);
    if (link?.does !== 'confirm') return (await pages()).mailPage(context, { shows: 'over' });
    const state = await confirmState(cloud, link);
    const shows = ({ waiting: 'confirm', confirmed: 'confirmed', over: 'over' } as const)[state];
    return (await pages()).mailPage(context, { shows, link, profile: await profileOf(cloud, link) });
  });

  formRouteAnywhere(app, confirmMailForm, async ({ query: { token } }, context) => {
    const { cloud } = context.var;
    await refuseWhenReadOnly(cloud);
    const link = await readLink(cloud, token);
    if (link?.does !== 'confirm') return (await pages()).mailPage(context, { shows: 'over' });
    const shows = (await confirmMail(cloud, link)) ? 'confirmed' : 'over';
    return (await pages()).mailPage(context, { shows, link, profile: await profileOf(cloud, link) });
  });

  formRouteAnywhere(app, stopMailPage, async ({ query: { token } }, context) => {
    const { cloud } = context.var;
    const link = await readLink(cloud, token);
    if (!link || link.does === 'confirm') return (await pages()).mailPage(context, { shows: 'over' });
    return (await pages()).mailPage(context, { shows: 'stop', link, profile: await profileOf(cloud, link) });
  });

  // Also while the breaker allows no writes: no one must get mails that they don't want.
  formRouteAnywhere(app, stopMailForm, async ({ query: { token } }, context) => {
    const { cloud } = context.var;
    const link = await readLink(cloud, token);
    if (!link || link.does === 'confirm') return (await pages()).mailPage(context, { shows: 'over' });
    await stopByLink(cloud, link);
    return (await pages()).mailPage(context, { shows: 'stopped', link, profile: await profileOf(cloud, link) });
  });
}

async function readLink(cloud: Cloud, token: string): Promise<MailLink | null> {
  const mailer = await cloud.mail();
  return mailer && readMailToken(mailer.keys, cloud.now(), token);
}

/** The page that a visitor's link is about. A manager's own mails have Foyer's look. */
async function profileOf(cloud: Cloud, link: MailLink): Promise<Profile | null> {
  if (link.does === 'stop-manager') return null;
  return (await (await cloud.tables()).manager(link.managerId).get()).data()?.profile ?? null;
}
