import type { OpenConversation } from '@foyer/domain/conversation';
import { messageForm, threadForm } from '@foyer/domain/form';
import type { Message as WireMessage } from '@foyer/domain/message';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import { firstNameOf } from '@foyer/domain/person-name';
import { formatResumeCode, type ResumeCode, resumeLink } from '@foyer/domain/resume-code';
import { WritingSheet } from '@foyer/web/public-page/message-box';
import type { Context } from 'hono';
import { LinkedText } from '../conversations/linked-text.tsx';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';
import { Control } from './control-forms.tsx';
import { newMessageId } from './message-ids.ts';

/** A conversation as a page: its last messages, the way to the next one, and the code for as long as the page knows it. */
export function threadPage(
  context: Context<Env>,
  { manager: { slug, profile } }: FoundManager,
  { conversation, messages }: OpenConversation,
  code: ResumeCode | null,
): Promise<Response> {
  const firstName = firstNameOf(profile.name);
  const copy = `/api/conversations/${conversation.id}/export?format=html`;
  // Who posts a form has said at which of the site's own addresses it was.
  const origin = context.req.header('origin') ?? '';
  return answerPage(context, {
    title: `Conversation with ${profile.name}`,
    profile,
    body: (
      <main class="apart">
        <h1>
          You and <bdi>{firstName}</bdi>
        </h1>
        {conversation.messageCount > messages.length && (
          <p class="when">
            These are the last {messages.length} messages. <a href={copy}>A copy</a> has all of them.
          </p>
        )}
        <div class="log" role="log" aria-label="Messages">
          {groupsOf(messages).map((group) => (
            <Group key={group[0]?.id} messages={group} name={firstName} />
          ))}
        </div>
        {code && <YourCode code={code} link={resumeLink(origin, slug, code)} firstName={firstName} />}
        {conversation.isBlocked ? (
          <p>
            <bdi>{firstName}</bdi> no longer takes messages here. You can still read, and <a href={copy}>take a copy</a>.
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
          <a href={`${threadForm.path}?slug=${slug}`}>Look for an answer</a>
          <a href={`/${slug}${code ? `#resume=${formatResumeCode(code)}` : ''}`}>
            The page of <bdi>{firstName}</bdi>
          </a>
        </p>
        <Control slug={slug} conversationId={conversation.id} firstName={firstName} />
      </main>
    ),
  });
}

function YourCode({ code, link, firstName }: { code: ResumeCode; link: string; firstName: string }) {
  return (
    <section class="slip" aria-label="Your code">
      <p>
        <strong>Your code to come back.</strong> It opens this conversation on any device. Nobody can look it up for you, and it is shown
        only here: keep it somewhere before you go on.
      </p>
      <p class="code" translate={false}>
        {formatResumeCode(code)}
      </p>
      <p>
        This link has it in it: <a href={link}>{link}</a>. Without JavaScript, type the code under “I have a code” on the page of{' '}
        <bdi>{firstName}</bdi>. This browser finds the conversation by itself.
      </p>
    </section>
  );
}

/** Messages of one side that follow each other. */
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
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) return null;
  const isOwn = isFromVisitor(first);
  const at = new Date(last.createdAt);
  return (
    <div class={isOwn ? 'group own' : 'group'}>
      {(isOwn || isFromManager(first)) && <span class="unseen">{isOwn ? 'You' : name}: </span>}
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      <p class="when">
        <time dateTime={at.toISOString()}>{momentOf(at)}</time>
      </p>
    </div>
  );
}

/** A kind that has no bubble is a line of its own: what the server says, or that a message can't be shown. */
function Message({ message: { kind, text } }: { message: WireMessage }) {
  return (
    <p class={kind === 'text' ? 'bubble' : 'aside'} dir="auto">
      {kind === 'text' ? <LinkedText text={text} /> : text}
    </p>
  );
}

/** Where the visitor is, is not known here: the zone is said. */
function momentOf(at: Date): string {
  return `${at.toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })} UTC`;
}
