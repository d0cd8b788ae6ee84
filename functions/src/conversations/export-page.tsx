import type { ExportedConversation } from '@foyer/domain/export';
import { directionOfLanguage, type Tag } from '@foyer/domain/language';
import { isKnownKind } from '@foyer/domain/messages/kinds';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import { words as copies } from '@foyer/words/compiled/all/copies';
import type { CopiesWords } from '@foyer/words/compiled/types/copies';
import { withNodes } from '@foyer/words/with-nodes';
import { renderToString } from 'preact-render-to-string';
import { localeFor } from '../http/locale.ts';
import { nearestTag } from '../public-page/spoken.ts';
import type { Export } from './export-conversation.ts';
import { LinkedText } from './linked-text.tsx';

/** The policy is in the file: once it is saved on someone's disk, no header of ours protects it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dd { margin: 0; }
dl, time, footer, a.reply { color: color-mix(in oklab, currentColor 65%, transparent); font-size: .85rem; font-variant-numeric: tabular-nums; }
ol { list-style: none; margin: 2.5rem 0; padding: 0; display: grid; gap: 1.5rem; }
li p { margin: .15rem 0 0; white-space: pre-wrap; overflow: clip; }
li.visitor { padding-inline-start: 1rem; border-inline-start: 2px solid; }
li:target { outline: 2px solid; outline-offset: .5rem; }
strong { margin-inline-end: .6rem; }
a { color: inherit; }
a.reply { display: block; }
`;

/** Marks where the messages and the end go. No text can contain it, because `<` is escaped in texts. */
const GAP = '<!--gap-->';

/**
 * A conversation as a page that opens without a network or a script, in parts. It has everything that the JSON copy has, and ends with the
 * number of messages: a copy without that line is incomplete.
 */
export async function* exportPage({ about, language, pages }: Export): AsyncGenerator<string> {
  const spoken = spokenIn(language, about);
  const [before, between, after] = renderToString(<Page about={about} spoken={spoken} />).split(GAP);
  yield `<!doctype html>${before}`;
  let count = 0;
  for await (const messages of pages) {
    count += messages.length;
    yield messages.map((message) => renderToString(<Message message={message} spoken={spoken} />)).join('');
  }
  yield `${between}${spoken.words.end({ count })}${after}\n`;
}

interface Spoken {
  tag: Tag;
  words: CopiesWords;
  manager: string;
  visitor: string;
  /** A time with its zone: the file may be read anywhere. */
  shown(iso: string): string;
}

function spokenIn(language: string, { manager, visitor }: Export['about']): Spoken {
  const tag = nearestTag(language);
  const words = copies[tag];
  const format = new Intl.DateTimeFormat(localeFor(tag, language), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  return { tag, words, manager, visitor: visitor.name || words.visitor, shown: (iso) => format.format(Date.parse(iso)) };
}

function Page({ about, spoken }: { about: Export['about']; spoken: Spoken }) {
  const { page, visitor, status, section, startedAt, exportedAt } = about;
  const { tag, words, shown } = spoken;
  const names = { visitor: <bdi>{spoken.visitor}</bdi>, manager: <bdi>{spoken.manager}</bdi> };
  return (
    <html lang={tag} dir={directionOfLanguage(tag) === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.conversationWith({ name: spoken.manager })}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{withNodes(words.visitorAndManager, names)}</h1>
          <dl>
            <Fact name={words.page} value={page} />
            {section !== null && <Fact name={words.topic} value={section} />}
            {visitor.email !== undefined && <Fact name={words.email} value={visitor.email} />}
            {visitor.locale !== '' && <Fact name={words.language} value={visitor.locale} />}
            {status && <Fact name={words.status} value={words.statusIs({ status })} />}
            <Fact name={words.started} value={shown(startedAt)} />
            <Fact name={words.downloaded} value={shown(exportedAt)} />
          </dl>
        </header>
        <ol dangerouslySetInnerHTML={{ __html: GAP }} />
        <footer dangerouslySetInnerHTML={{ __html: GAP }} />
      </body>
    </html>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}

function Message({ message, spoken }: { message: ExportedConversation['messages'][number]; spoken: Spoken }) {
  const { id, kind, text, sentAt, replyTo } = message;
  const { words } = spoken;
  return (
    <li key={id} id={`m-${id}`} class={isFromVisitor(message) ? 'visitor' : undefined}>
      <strong>
        <bdi>{nameOf(message, spoken)}</bdi>
      </strong>
      <time dateTime={sentAt}>{spoken.shown(sentAt)}</time>
      {replyTo !== undefined && (
        <a class="reply" href={`#m-${replyTo}`}>
          {words.inReply}
        </a>
      )}
      <p dir="auto">
        <LinkedText text={isKnownKind(kind) ? text : words.unknownKind} />
      </p>
    </li>
  );
}

function nameOf(message: ExportedConversation['messages'][number], { manager, visitor }: Spoken): string {
  if (isFromManager(message)) return manager;
  return isFromVisitor(message) ? visitor : 'Foyer';
}
