import { codeForm, messageForm, startForm } from '@foyer/domain/form';
import { TEXT_MAX } from '@foyer/domain/limits';
import { firstNameOf } from '@foyer/domain/person-name';
import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { isSlugShaped } from '@foyer/domain/slug';
import { AboutYou } from '@foyer/web/public-page/about-you';
import { WritingLine } from '@foyer/web/public-page/message-box';
import type { Context } from 'hono';
import type { FilledForm } from '../http/filled-form.ts';
import type { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { answerPage } from './answer-page.tsx';
import { CodeForm } from './code-page.tsx';
import { newMessageId } from './message-ids.ts';

/** Where the API's sentence is for programs, or says what only a script could do. */
const SENTENCES: Partial<Record<ProblemCode, string>> = {
  'foreign-origin': 'Your browser does not say that this comes from here. Please write on the page itself.',
  'unsupported-content-type': 'This did not arrive as forms do. Please go back and send it again.',
  'body-too-large': `This is far too long: a message has ${TEXT_MAX} characters at most. Please go back: your browser still has it.`,
  'challenge-required':
    'Just now a new conversation needs a browser with JavaScript, which can show that it is not a program. Please allow it for the page, or send this later.',
  'message-conflict': 'This form was sent before, with other words. Send it once more, and it is a message of its own.',
  'session-ended': 'This browser is no longer signed in to that conversation. Come back with your code, or send this as a new one.',
};

/** A form that was not done, with everything that stood in it. */
export function refusalPage(context: Context<Env>, problem: Problem, { fields, found }: FilledForm): Promise<Response> {
  const { code, details } = problem;
  const { status, title } = PROBLEMS[code];
  const profile = found?.manager.profile ?? null;
  const given = context.req.query('slug') ?? '';
  const slug = found?.manager.slug ?? (isSlugShaped(given) ? given : null);
  const waitSeconds = details.retryAfterMs === undefined ? null : Math.max(1, Math.ceil(details.retryAfterMs / 1000));
  return answerPage(context, {
    title: 'Not sent yet',
    profile,
    status,
    headers: {
      ...(waitSeconds ? { 'retry-after': String(waitSeconds) } : {}),
      ...(details.allow ? { allow: details.allow } : {}),
    },
    body: (
      <main class="apart" data-problem={code}>
        <h1>{context.req.path === codeForm.path ? 'That did not open a conversation' : 'Not sent yet'}</h1>
        <p role="alert">
          {details.errors?.[0]?.message ?? SENTENCES[code] ?? title} {waitSeconds !== null && `Try again in ${spoken(waitSeconds)}.`}
        </p>
        {slug !== null && <Again path={context.req.path} slug={slug} code={code} fields={fields} name={profile?.name ?? ''} />}
        <p class="ways">
          {slug !== null && code === 'session-ended' && <a href={`${startForm.path}?slug=${slug}`}>I have a code</a>}
          {slug !== null && <a href={`/${slug}`}>Back to the page</a>}
        </p>
      </main>
    ),
  });
}

interface AgainProps {
  path: string;
  slug: string;
  code: ProblemCode;
  fields: FilledForm['fields'];
  name: string;
}

/** The form once more, as it was filled in. */
function Again({ path, slug, code, fields, name }: AgainProps) {
  const { text } = fields;
  if (path === codeForm.path) return <CodeForm slug={slug} typed={fields.code ?? ''} />;
  if (text === undefined) return null;
  if (code === 'blocked') {
    return (
      <p class="bubble" dir="auto">
        {text}
      </p>
    );
  }
  const isFirst = path === startForm.path || code === 'session-ended' || code === 'conversation-deleted';
  return (
    <form class="composer" method="post" action={`${isFirst ? startForm.path : messageForm.path}?slug=${slug}`}>
      {Object.entries(carried(fields, code, isFirst)).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <div class="sheet">
        <WritingLine firstName={firstNameOf(name)} text={text} />
        {isFirst && <AboutYou name={fields.name} email={fields.email} />}
      </div>
    </form>
  );
}

/** What the person did not type, as far as it still makes this the same message. */
function carried({ conversationId, messageId, code, section }: FilledForm['fields'], problem: ProblemCode, isFirst: boolean) {
  const isOver = problem === 'session-ended' || problem === 'conversation-deleted';
  const id = problem === 'message-conflict' ? newMessageId() : messageId;
  const fields = { ...(isFirst ? { section } : { conversationId }), ...(isOver ? {} : { code, messageId: id }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

/** A time to wait, as one says it. */
function spoken(seconds: number): string {
  if (seconds < 100) return seconds < 2 ? 'a moment' : `${seconds} seconds`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}
