import { isFromManager } from '@foyer/domain/participant';
import type { FoundConversation, FoundMessage } from '@foyer/domain/search';
import { withNodes } from '@foyer/words/with-nodes';
import type { ComponentChildren } from 'preact';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../connection/clock.ts';
import { viewOf } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { RowLabels } from '../inbox/row-labels.tsx';
import { rowTime } from '../inbox/row-time.ts';
import { routeHref } from '../route/route.ts';
import { words } from '../words.ts';
import { markedParts } from './marked-parts.ts';

interface RowProps {
  conversation: FoundConversation;
  /** Call it before the row is opened. */
  onOpen(): void;
}

export function FoundConversationRow({ conversation, onOpen }: RowProps) {
  const { id, isUnread, section, labels, preview, at } = conversation;
  return (
    <Row id={id} href={routeHref({ view: viewOf(conversation), conversationId: id })} conversation={conversation} at={at} onOpen={onOpen}>
      {labels.length > 0 && <RowLabels ids={labels} />}
      {section && (
        <>
          <bdi class="max-w-2/5 shrink-0 truncate" title={words.about({ section })}>
            {section}
          </bdi>
          <span class="mx-1 shrink-0">·</span>
        </>
      )}
      <span dir="auto" class={classes('min-w-0 truncate', isUnread && 'text-ink')}>
        {preview}
      </span>
    </Row>
  );
}

interface MessageProps extends RowProps {
  message: FoundMessage;
}

/** Opens its conversation at this message. */
export function FoundMessageRow({ conversation, message, onOpen }: MessageProps) {
  const { messageId, conversationId, createdAt, passage, marks } = message;
  const href = routeHref({ view: viewOf(conversation), conversationId, messageId });
  const text = markedParts(passage, marks).map((part, index) =>
    part.isMarked ? (
      <mark key={index} class="rounded-xs bg-mark text-ink forced-colors:bg-[Mark] forced-colors:text-[MarkText]">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
  return (
    <Row id={messageId} href={href} conversation={conversation} at={createdAt} onOpen={onOpen}>
      <span dir={isFromManager(message) ? undefined : 'auto'} class="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">
        {isFromManager(message) ? withNodes(words.yourPreview, { preview: <bdi>{text}</bdi> }) : text}
      </span>
    </Row>
  );
}

interface FrameProps extends RowProps {
  id: string;
  href: string;
  at: number;
  children: ComponentChildren;
}

function Row({ id, href, conversation, at, onOpen, children }: FrameProps) {
  const { text, isGiven } = displayName({ id: conversation.id, alias: conversation.name, visitor: { name: '', locale: '' } });
  const view = viewOf(conversation);
  return (
    <li>
      <a
        href={href}
        data-result={id}
        onClick={onOpen}
        class="grid min-h-16 scroll-mt-24 scroll-mb-4 grid-cols-[0.5rem_minmax(0,1fr)_auto] content-center items-center gap-x-2.5 gap-y-0.5 rounded-xl py-2.5 ps-2.5 pe-3 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span class={classes('size-2 rounded-full', conversation.isUnread && 'bg-accent forced-colors:bg-[Highlight]')} />
        <span class="flex min-w-0 items-center gap-2">
          <span
            dir="auto"
            class={classes('truncate text-base', conversation.isUnread ? 'font-semibold' : 'font-medium', !isGiven && 'text-soft')}
          >
            {text}
          </span>
          {conversation.isUnread && <span class="sr-only">{words.new}</span>}
          {view !== 'open' && (
            <span class="flex shrink-0 items-center gap-1 rounded-md border border-line px-1.5 text-xs text-soft">
              <Icon name={looksOf(view).icon} class="size-3" />
              {looksOf(view).name}
            </span>
          )}
        </span>
        <time dateTime={new Date(at).toISOString()} class="text-xs text-soft tabular-nums">
          {rowTime(at, now.value)}
        </time>
        <span class="col-start-2 col-end-4 flex min-w-0 text-sm text-soft">{children}</span>
      </a>
    </li>
  );
}
