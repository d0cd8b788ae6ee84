import { codeForm, erasureForm, forgetForm, messageForm, newCodeForm, startForm, threadForm } from '@foyer/domain/form';
import { TEXT_MAX } from '@foyer/domain/limits';
import { firstNameOf } from '@foyer/domain/person-name';
import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { isSlugShaped } from '@foyer/domain/slug';
import { codeAlone } from '@foyer/domain/typed-code';
import { formatResumeCode } from '@foyer/domain/written-code';
import { AboutYou } from '@foyer/web/public-page/about-you';
import { WritingSheet } from '@foyer/web/public-page/message-box';
import type { FormsWords } from '@foyer/words/compiled/types/forms';
import { inTime } from '@foyer/words/in-time';
import { messageOf } from '@foyer/words/message-of';
import type { Context } from 'hono';
import type { FilledForm } from '../http/filled-form.ts';
import type { Problem } from '../http/problem.ts';
import { valuesOf } from '../http/problem-titles.ts';
import type { Env } from '../http/route.ts';
import { answerPage } from './answer-page.tsx';
import { CodeForm } from './code-page.tsx';
import { Erase, Forget, NewCode } from './control-forms.tsx';
import { type FormsSpoken, formsSpokenOn, pauseSentence, useForms } from './form-words.ts';
import { newMessageId } from './message-ids.ts';

/** Replaces API sentences that are for programs, or describe what only a script can do. */
function sentencesIn(words: FormsWords): Partial<Record<ProblemCode, string>> {
  return {
    'foreign-origin': words.foreignOrigin,
    'unsupported-content-type': words.badForm,
    'body-too-large': words.tooLarge({ max: TEXT_MAX }),
    'challenge-required': words.needsScript,
    'code-in-use': words.codeReplaced,
    'message-conflict': words.sentBefore,
    'code-as-message': words.likeCode,
    'session-ended': words.signedOut,
  };
}

/** Sending the text again would be refused again, so it is only shown. */
const KEPT_BACK: readonly ProblemCode[] = ['blocked', 'messages-paused', 'page-offline'];

const NOT_DONE = {
  [newCodeForm.path]: 'refusedNewCode',
  [forgetForm.path]: 'refusedRemove',
  [erasureForm.path]: 'refusedDelete',
} as const satisfies Record<string, keyof FormsWords>;

/** The answer to a refused form, with everything that was filled in. */
export function refusalPage(context: Context<Env>, problem: Problem, { fields, manager }: FilledForm): Promise<Response> {
  const { code, details } = problem;
  const profile = manager?.profile ?? null;
  const spoken = formsSpokenOn(profile);
  const { words } = spoken;
  const given = context.req.query('slug') ?? '';
  const slug = manager?.slug ?? (isSlugShaped(given) ? given : null);
  const { path } = context.req;
  const notDone = path in NOT_DONE ? words[NOT_DONE[path as keyof typeof NOT_DONE]] : undefined;
  const heading =
    path === codeForm.path ? words.refusedCode : code === 'code-as-message' ? words.refusedLikeCode : (notDone ?? words.refusedMessage);
  const waitSeconds = details.retryAfterMs === undefined ? null : Math.max(1, Math.ceil(details.retryAfterMs / 1000));
  const why = notDone && code === 'session-ended' ? words.notHere : whyIn(spoken, problem);
  return answerPage(context, {
    title: heading,
    profile,
    status: PROBLEMS[code],
    headers: {
      ...(waitSeconds ? { 'retry-after': String(waitSeconds) } : {}),
      ...(details.allow ? { allow: details.allow } : {}),
    },
    body: (
      <main class="apart" data-problem={code}>
        <h1>{heading}</h1>
        <p role="alert" id="why">
          {waitSeconds === null ? why : spoken.problems.again({ sentence: why, when: inTime(spoken.locale, waitSeconds) })}
        </p>
        <Again path={path} slug={slug} code={code} at={details.errors?.[0]?.path} fields={fields} name={profile?.name ?? ''} />
        <p class="ways">
          {slug !== null && (notDone || code === 'session-ended' || (path === messageForm.path && code === 'code-as-message')) && (
            <a href={`${threadForm.path}?slug=${slug}`}>{code === 'session-ended' ? words.haveCode : words.backToConversation}</a>
          )}
          {slug !== null && <a href={`/${slug}`}>{words.backToPage}</a>}
        </p>
      </main>
    ),
  });
}

function whyIn(spoken: FormsSpoken, { code, details }: Problem): string {
  const { words, problems, faults } = spoken;
  const [fault] = details.errors ?? [];
  if (fault) return messageOf(faults, fault.code, fault.values) ?? faults['not-allowed'];
  if (details.pause) return pauseSentence(details.pause, spoken);
  return sentencesIn(words)[code] ?? messageOf(problems, code, valuesOf(code)) ?? problems.internal;
}

interface AgainProps {
  path: string;
  /** `null` if no page can have this address: there is nowhere to send the form, so its text is only shown. */
  slug: string | null;
  code: ProblemCode;
  at: string | undefined;
  fields: FilledForm['fields'];
  name: string;
}

function Again({ path, slug, code, at, fields, name }: AgainProps) {
  const { text, conversationId } = fields;
  if (text !== undefined && (KEPT_BACK.includes(code) || slug === null)) {
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

/** Asks what to do with a text that is, or looks like, a code. Only a text that can't be a code can still be sent. */
function CodeOrMessage({ slug, fields, text, isFirst }: { slug: string; fields: FilledForm['fields']; text: string; isFirst: boolean }) {
  const { words } = useForms();
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
            {words.sendAsMessage}
          </button>
        </form>
      )}
    </>
  );
}

/** The hidden fields that keep this the same message, as far as they still apply. */
function carried({ conversationId, messageId, code, section, isMessage }: FilledForm['fields'], problem: ProblemCode, isFirst: boolean) {
  const isOver = problem === 'session-ended' || problem === 'conversation-deleted';
  const id = problem === 'message-conflict' ? newMessageId() : messageId;
  const fields = { ...(isFirst ? { section } : { conversationId }), isMessage, ...(isOver ? {} : { code, messageId: id }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
