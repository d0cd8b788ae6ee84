import type { OpenConversation } from '@foyer/domain/conversation';
import { dayAt } from '@foyer/domain/days';
import { messageForm, threadForm } from '@foyer/domain/form';
import type { Message as WireMessage } from '@foyer/domain/message';
import { isKnownKind } from '@foyer/domain/messages/kinds';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import { firstNameOf } from '@foyer/domain/person-name';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { formatResumeCode, resumeLink } from '@foyer/domain/written-code';
import { dayName } from '@foyer/web/public-page/day-name';
import { WritingSheet } from '@foyer/web/public-page/message-box';
import { withNodes } from '@foyer/words/with-nodes';
import type { Context } from 'hono';
import { LinkedText } from '../conversations/linked-text.tsx';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';
import { Control } from './control-forms.tsx';
import { type FormsSpoken, formsSpokenOn, pauseSentence, useForms } from './form-words.ts';
import { newMessageId } from './message-ids.ts';

/** A conversation as a page: the last messages, a composer, and the code while the page knows it. */
export function threadPage(
  context: Context<Env>,
  { manager: { slug, profile } }: FoundManager,
  { conversation, messages }: OpenConversation,
  code: ResumeCode | null,
): Promise<Response> {
  const spoken = formsSpokenOn(profile);
  const { words } = spoken;
  const closed = whyClosed(conversation, spoken);
  const firstName = firstNameOf(profile.name);
  const name = <bdi>{firstName}</bdi>;
  const copy = `/api/conversations/${conversation.id}/export?format=html`;
  // A posted form's `Origin` tells which of the site's addresses it was on.
  const origin = context.req.header('origin') ?? '';
  return answerPage(context, {
    title: words.conversationWith({ name: profile.name }),
    profile,
    body: (
      <main class="apart">
        <h1>{withNodes(words.youAnd, { name })}</h1>
        {conversation.messageCount > messages.length && (
          <p class="when">
            {words.onlyLast({ count: messages.length })} <a href={copy}>{words.downloadAll}</a>
          </p>
        )}
        <div class="log" role="log" aria-label={words.messages}>
          {groupsOf(messages).map((group) => (
            <Group key={group[0]?.id} messages={group} name={firstName} />
          ))}
        </div>
        {code && <YourCode code={code} link={resumeLink(origin, slug, code)} firstName={firstName} />}
        {closed ? (
          <p>
            {closed} <a href={copy}>{words.download}</a>
          </p>
        ) : (
          <form class="composer" method="post" action={`${messageForm.path}?slug=${slug}`}>
            <input type="hidden" name="conversationId" value={conversation.id} />
            <input type="hidden" name="messageId" value={newMessageId()} />
            {code && <input type="hidden" name="code" value={code} />}
            <WritingSheet firstName={firstName} />
          </form>
        )}
        <p class="ways">
          <a href={`${threadForm.path}?slug=${slug}`}>{words.checkForReply}</a>
          {!conversation.isOffline && (
            <a href={`/${slug}${code ? `#resume=${formatResumeCode(code)}` : ''}`}>{withNodes(words.pageOf, { name })}</a>
          )}
        </p>
        <Control slug={slug} conversationId={conversation.id} firstName={firstName} />
      </main>
    ),
  });
}

/** Why the visitor can't write here, or `null`. */
function whyClosed(conversation: OpenConversation['conversation'], spoken: FormsSpoken): string | null {
  const { words, problems, locale } = spoken;
  const { isBlocked, isOffline, endsAt, pause } = conversation;
  const ends = endsAt === undefined ? '' : words.endsOn({ date: dayName(dayAt(endsAt), locale) });
  if (isOffline) return [problems['page-offline'], ends].filter(Boolean).join(' ');
  if (isBlocked) return words.blocked;
  return pause ? `${pauseSentence(pause, spoken)} ${words.stillYours}` : null;
}

function YourCode({ code, link, firstName }: { code: ResumeCode; link: string; firstName: string }) {
  const { words } = useForms();
  return (
    <section class="slip" aria-label={words.yourCode}>
      <p>
        <strong>{words.saveCode}</strong> {words.saveCodeWhy}
      </p>
      <p class="code" translate={false}>
        <bdi dir="ltr">{formatResumeCode(code)}</bdi>
      </p>
      <p>
        {withNodes(words.linkHasCode, {
          link: (
            <a href={link} dir="ltr">
              {link}
            </a>
          ),
        })}
      </p>
      <p>{withNodes(words.withoutScript, { name: <bdi>{firstName}</bdi> })}</p>
    </section>
  );
}

function groupsOf(messages: readonly WireMessage[]): WireMessage[][] {
  const groups: WireMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last?.[0]?.sender === message.sender) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function Group({ messages, name }: { messages: readonly WireMessage[]; name: string }) {
  const { words, locale } = useForms();
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) return null;
  const isOwn = isFromVisitor(first);
  const at = new Date(last.createdAt);
  return (
    <div class={isOwn ? 'group own' : 'group'}>
      {(isOwn || isFromManager(first)) && <span class="unseen">{isOwn ? words.youSaid : words.nameSaid({ name })} </span>}
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      <p class="when">
        <time dateTime={at.toISOString()}>{momentOf(at, locale)}</time>
      </p>
    </div>
  );
}

/** A kind without a bubble is a separate line: a system message, or that a message can't be shown. */
function Message({ message: { kind, text } }: { message: WireMessage }) {
  const { words } = useForms();
  return (
    <p class={kind === 'text' ? 'bubble' : 'aside'} dir="auto">
      {kind === 'text' ? <LinkedText text={text} /> : isKnownKind(kind) ? text : words.unknownKind}
    </p>
  );
}

/** Names the time zone, because the visitor's is unknown here. */
function momentOf(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);
}
