import { codeForm, erasureForm, forgetForm, messageForm, newCodeForm, startForm, threadForm } from '@foyer/domain/form';
import { TEXT_MAX } from '@foyer/domain/limits';
import { firstNameOf } from '@foyer/domain/person-name';
import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { formatResumeCode } from '@foyer/domain/resume-code';
import { isSlugShaped } from '@foyer/domain/slug';
import { codeAlone } from '@foyer/domain/typed-code';
import { AboutYou } from '@foyer/web/public-page/about-you';
import { WritingSheet } from '@foyer/web/public-page/message-box';
import type { Context } from 'hono';
import type { FilledForm } from '../http/filled-form.ts';
import type { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { answerPage } from './answer-page.tsx';
import { CodeForm } from './code-page.tsx';
import { Erase, Forget, NewCode } from './control-forms.tsx';
import { newMessageId } from './message-ids.ts';

/** Where the API's sentence is for programs, or says what only a script could do. */
const SENTENCES: Partial<Record<ProblemCode, string>> = {
  'foreign-origin': 'Your browser does not say that this comes from here. Please write on the page itself.',
  'unsupported-content-type': 'This did not arrive as forms do. Please go back and send it again.',
  'body-too-large': `This is far too long: a message has ${TEXT_MAX} characters at most. Please go back: your browser still has it.`,
  'challenge-required':
    'Just now a new conversation needs a browser with JavaScript, which can show that it is not a program. Please allow it for the page, or send this later.',
  'code-in-use': 'This form was sent before, and the code was replaced since. Here is another one.',
  'message-conflict': 'This form was sent before, with other words. Send it once more, and it is a message of its own.',
  'code-as-message': 'This looks like the code of a conversation, so we didn’t send it. Continue to open that conversation.',
  'session-ended': 'This browser is no longer signed in to that conversation. Come back with your code, or send this as a new one.',
};

/** What is to be done with a conversation as a whole, while it was not. */
const NOT_DONE: Readonly<Record<string, string>> = {
  [newCodeForm.path]: 'No new code yet',
  [forgetForm.path]: 'Not forgotten yet',
  [erasureForm.path]: 'Not deleted',
};
const NOT_HERE =
  'This browser does not have that conversation. If it was deleted here, it is gone; if not, come back with your code first.';

/** A form that was not done, with everything that stood in it. */
export function refusalPage(context: Context<Env>, problem: Problem, { fields, manager }: FilledForm): Promise<Response> {
  const { code, details } = problem;
  const { status, title } = PROBLEMS[code];
  const profile = manager?.profile ?? null;
  const given = context.req.query('slug') ?? '';
  const slug = manager?.slug ?? (isSlugShaped(given) ? given : null);
  const { path } = context.req;
  const notDone = NOT_DONE[path];
  const heading =
    path === codeForm.path
      ? 'That did not open a conversation'
      : code === 'code-as-message'
        ? 'Is this your code?'
        : (notDone ?? 'Not sent yet');
  const sentence = notDone && code === 'session-ended' ? NOT_HERE : (details.errors?.[0]?.message ?? SENTENCES[code] ?? title);
  const waitSeconds = details.retryAfterMs === undefined ? null : Math.max(1, Math.ceil(details.retryAfterMs / 1000));
  return answerPage(context, {
    title: heading,
    profile,
    status,
    headers: {
      ...(waitSeconds ? { 'retry-after': String(waitSeconds) } : {}),
      ...(details.allow ? { allow: details.allow } : {}),
    },
    body: (
      <main class="apart" data-problem={code}>
        <h1>{heading}</h1>
        <p role="alert" id="why">
          {sentence} {waitSeconds !== null && `Try again in ${spoken(waitSeconds)}.`}
        </p>
        <Again path={path} slug={slug} code={code} at={details.errors?.[0]?.path} fields={fields} name={profile?.name ?? ''} />
        <p class="ways">
          {slug !== null && (notDone || code === 'session-ended' || (path === messageForm.path && code === 'code-as-message')) && (
            <a href={`${threadForm.path}?slug=${slug}`}>{code === 'session-ended' ? 'I have a code' : 'Back to the conversation'}</a>
          )}
          {slug !== null && <a href={`/${slug}`}>Back to the page</a>}
        </p>
      </main>
    ),
  });
}

interface AgainProps {
  path: string;
  /** `null` for no address that a page could have: then there is nowhere to send it, and the words are for reading. */
  slug: string | null;
  code: ProblemCode;
  /** The field that is wrong, where it is one. */
  at: string | undefined;
  fields: FilledForm['fields'];
  name: string;
}

/** The form once more, as it was filled in. */
function Again({ path, slug, code, at, fields, name }: AgainProps) {
  const { text, conversationId } = fields;
  if (text !== undefined && (code === 'blocked' || slug === null)) {
    return (
      <p class="bubble" dir="auto">
        {text}
      </p>
    );
  }
  if (path === codeForm.path) return <CodeForm slug={slug} typed={fields.code ?? ''} />;
  if (slug === null) return null;
  if (path === forgetForm.path) return <Forget slug={slug} />;
  if (path === erasureForm.path || path === newCodeForm.path) {
    if (!conversationId || code === 'session-ended' || code === 'conversation-deleted') return null;
    if (path === erasureForm.path) return <Erase slug={slug} conversationId={conversationId} />;
    return <NewCode slug={slug} conversationId={conversationId} code={code === 'code-in-use' ? undefined : fields.code} />;
  }
  if (text === undefined) return null;
  const isFirst = path === startForm.path || code === 'session-ended' || code === 'conversation-deleted';
  if (code === 'code-as-message') return <CodeOrMessage slug={slug} fields={fields} text={text} isFirst={isFirst} />;
  return (
    <form class="composer" method="post" action={`${isFirst ? startForm.path : messageForm.path}?slug=${slug}`}>
      {Object.entries(carried(fields, code, isFirst)).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <WritingSheet firstName={firstNameOf(name)} text={text}>
        {isFirst && <AboutYou name={fields.name} email={fields.email} emailFaultId={at === 'email' ? 'why' : undefined} />}
      </WritingSheet>
    </form>
  );
}

/** What to do with a text that is, or looks like, a code. Only one that can't be a code may still be sent. */
function CodeOrMessage({ slug, fields, text, isFirst }: { slug: string; fields: FilledForm['fields']; text: string; isFirst: boolean }) {
  const { name, email } = fields;
  const code = codeAlone(text);
  const given = { ...carried(fields, 'code-as-message', isFirst), ...(isFirst ? { name, email } : {}), text, isMessage: 'yes' };
  return (
    <>
      <CodeForm slug={slug} typed={code ? formatResumeCode(code) : text} />
      {code === null && (
        <form class="ways" method="post" action={`${isFirst ? startForm.path : messageForm.path}?slug=${slug}`}>
          {Object.entries(given).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value ?? ''} />
          ))}
          <button type="submit" class="quiet">
            It isn’t a code: send it as a message
          </button>
        </form>
      )}
    </>
  );
}

/** What the person did not type, as far as it still makes this the same message. */
function carried({ conversationId, messageId, code, section, isMessage }: FilledForm['fields'], problem: ProblemCode, isFirst: boolean) {
  const isOver = problem === 'session-ended' || problem === 'conversation-deleted';
  const id = problem === 'message-conflict' ? newMessageId() : messageId;
  const fields = { ...(isFirst ? { section } : { conversationId }), isMessage, ...(isOver ? {} : { code, messageId: id }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

/** A time to wait, as one says it. */
function spoken(seconds: number): string {
  if (seconds < 100) return seconds < 2 ? 'a moment' : `${seconds} seconds`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}
