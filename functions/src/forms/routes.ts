import { randomBytes } from 'node:crypto';
import { looksLikeCode } from '@foyer/domain/code-alike';
import type { OpenConversation } from '@foyer/domain/conversation';
import { codeForm, type Form, messageForm, startForm, threadForm } from '@foyer/domain/form';
import { askedAbout } from '@foyer/domain/profile';
import { makeResumeCode, RESUME_PATH, type ResumeCode } from '@foyer/domain/resume-code';
import { faultOfCode, parseResumeCode } from '@foyer/domain/typed-code';
import type { Context, Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { openConversation } from '../conversations/open-conversation.ts';
import { placeOfCode, resumeConversation } from '../conversations/resume-conversation.ts';
import { sendMessage } from '../conversations/send-message.ts';
import { startConversation } from '../conversations/start-conversation.ts';
import type { StoredManager } from '../db.ts';
import { fieldError } from '../http/field-errors.ts';
import { languageOf } from '../http/language.ts';
import { networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { conversationIdFor } from '../sessions/resume-key.ts';
import { keepSession, readSessions, renewSession, type Session } from '../sessions/session-cookie.ts';
import { controlFormRoutes, controlForms } from './control-routes.ts';
import { formRoute, formRouteAnywhere } from './form-route.ts';
import { mailFormRoutes, mailForms } from './mail-routes.ts';
import { idOfWords } from './message-ids.ts';
import { sessionHere } from './session-here.ts';

const pages = () => import('./form-pages.ts');

/** What a browser without JavaScript can do, with the API's own acts and guards. */
export const forms: readonly Form[] = [startForm, threadForm, messageForm, codeForm, ...controlForms, ...mailForms];

export function formRoutes(app: Hono<Env>): void {
  formRoute(app, startForm, async ({ body }, context, found) => {
    const { cloud } = context.var;
    const { managerId, manager } = found;
    refuseLikeness(body);
    const own = readSessions(context).find((session) => session.managerId === managerId);
    const gone = own && body.code === undefined ? await goOn(context, own, manager, body) : null;
    if (gone) return (await pages()).threadPage(context, found, gone, null);

    const code = body.code ?? makeResumeCode(randomBytes(19));
    const [key = ''] = cloud.config.resumeKeys;
    const messageId = body.messageId ?? idOfWords(key, conversationIdFor(key, managerId, code), body.text, cloud.now());
    // If it is refused, the form comes back with both ids, so sending it again is the same message.
    context.set('form', { fields: { ...context.var.form?.fields, code, messageId }, manager });
    const { session, opened } = await startConversation(cloud, found, networkOf(context), {
      ...body,
      code,
      messageId,
      section: askedAbout(manager.profile, body.section),
      locale: languageOf(context),
      isForm: true,
    });
    keepSession(context, session);
    return (await pages()).threadPage(context, found, opened, code);
  });

  formRoute(app, threadForm, async (_, context, found) => {
    const { cloud } = context.var;
    const session = readSessions(context).find(({ managerId }) => managerId === found.managerId);
    if (!session) return (await pages()).codePage(context, found);
    cloud.door.admitOpen(session.conversationId, cloud.now());
    const opened = await unlessOver(() => openConversation(cloud, session, found.manager));
    if (!opened) return (await pages()).codePage(context, found);
    renewSession(context, session);
    return (await pages()).threadPage(context, found, opened, null);
  });

  formRoute(app, messageForm, async ({ body }, context, found) => {
    const { cloud } = context.var;
    const session = sessionHere(context, found, body.conversationId);
    refuseLikeness(body);
    await refuseWhenReadOnly(cloud);
    await sendMessage(cloud, session, { messageId: body.messageId, text: body.text });
    const code = await currentCode(cloud, session, body.code);
    return (await pages()).threadPage(context, found, await openConversation(cloud, session, found.manager), code);
  });

  // The form's page determines the look of a refusal; the code opens its own conversation on any page.
  formRouteAnywhere(app, codeForm, async ({ body }, context) => {
    const { session, slug } = await resumeConversation(context.var.cloud, null, networkOf(context), codeIn(body.code));
    keepSession(context, session);
    // Redirects: going back to a page that answers the code itself, after removing the conversation here, would send the code again.
    return context.redirect(`${threadForm.path}?slug=${slug}`, 303);
  });

  controlFormRoutes(app);
  mailFormRoutes(app);

  // An answer's address, typed or bookmarked, shows the same conversation.
  for (const { path } of [messageForm, codeForm, ...controlForms]) app.get(path, toThread);
}

/** Asks first about a text that looks like a code, as the page's script does. Throws `code-as-message`. */
function refuseLikeness({ text, isMessage }: { text: string; isMessage?: 'yes' | undefined }): void {
  if (isMessage === undefined && looksLikeCode(text)) throw new Problem('code-as-message');
}

function toThread(context: Context<Env>): Response {
  if (context.req.query('slug') === undefined) return context.redirect(RESUME_PATH, 303);
  return context.redirect(`${threadForm.path}${new URL(context.req.url).search}`, 303);
}

/** Sends to the conversation that this browser has here, as the page's script does. Returns `null` if it is over. */
async function goOn(context: Context<Env>, session: Session, page: StoredManager, body: { text: string; messageId?: string | undefined }) {
  const { cloud } = context.var;
  const [key = ''] = cloud.config.resumeKeys;
  const messageId = body.messageId ?? idOfWords(key, session.conversationId, body.text, cloud.now());
  await refuseWhenReadOnly(cloud);
  return unlessOver(async () => {
    await sendMessage(cloud, session, { messageId, text: body.text });
    return openConversation(cloud, session, page);
  });
}

/** Returns `null` if the conversation was deleted or the browser was signed out. */
async function unlessOver(open: () => Promise<OpenConversation>): Promise<OpenConversation | null> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof Problem && (cause.code === 'session-ended' || cause.code === 'conversation-deleted')) return null;
    throw cause;
  }
}

/** The code that the page still showed, if it opens this conversation. */
async function currentCode(cloud: Cloud, { conversationId }: Session, code: ResumeCode | undefined): Promise<ResumeCode | null> {
  return code && (await placeOfCode(cloud, code))?.conversationId === conversationId ? code : null;
}

/** Parses a typed or pasted code or its whole link. Throws `invalid-request` with the error. */
function codeIn(typed: string): ResumeCode {
  const parsed = parseResumeCode(typed);
  if (parsed.ok) return parsed.code;
  throw new Problem('invalid-request', { errors: [fieldError(['code'], faultOfCode(parsed.fault))] });
}
