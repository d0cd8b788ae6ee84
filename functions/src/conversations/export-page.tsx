import type { ExportedConversation } from '@foyer/domain/export';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import { renderToString } from 'preact-render-to-string';
import type { Export } from './export-conversation.ts';
import { LinkedText } from './linked-text.tsx';

/** The file lies on someone's disk, where no header of ours protects it: the policy is in it. */
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

/** Where the messages and the end come to stand. No text can have it: in texts, `<` is escaped. */
const GAP = '<!--gap-->';

/**
 * A conversation as a page that opens without a network and without a script, in parts. Everything that the JSON copy has is on it. It ends
 * with a line that says how many messages it has: a copy without that line is not whole.
 */
export async function* exportPage({ about, pages }: Export): AsyncGenerator<string> {
  const names = { manager: about.manager, visitor: about.visitor.name || 'Visitor' };
  const [before, between, after] = renderToString(<Page about={about} names={names} />).split(GAP);
  yield `<!doctype html>${before}`;
  let count = 0;
  for await (const messages of pages) {
    count += messages.length;
    yield messages.map((message) => renderToString(<Message message={message} names={names} />)).join('');
  }
  yield `${between}End of this copy: ${count} ${count === 1 ? 'message' : 'messages'}.${after}\n`;
}

interface Names {
  manager: string;
  visitor: string;
}

function Page({ about, names }: { about: Export['about']; names: Names }) {
  const { page, visitor, status, section, startedAt, exportedAt } = about;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Conversation with ${names.manager}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>
            <bdi>{names.visitor}</bdi> and <bdi>{names.manager}</bdi>
          </h1>
          <dl>
            <Fact name="Page" value={page} />
            {section !== null && <Fact name="About" value={section} />}
            {visitor.email !== undefined && <Fact name="Email" value={visitor.email} />}
            {visitor.locale !== '' && <Fact name="Language" value={visitor.locale} />}
            {status && <Fact name="Status" value={STATUS[status]} />}
            <Fact name="Started" value={`${shown(startedAt)} UTC`} />
            <Fact name="Downloaded" value={`${shown(exportedAt)} UTC`} />
          </dl>
        </header>
        <ol dangerouslySetInnerHTML={{ __html: GAP }} />
        <footer dangerouslySetInnerHTML={{ __html: GAP }} />
      </body>
    </html>
  );
}

const STATUS = { open: 'Open', snoozed: 'Snoozed', archived: 'Archived' } as const;

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

function Message({ message, names }: { message: ExportedConversation['messages'][number]; names: Names }) {
  const { id, text, sentAt, replyTo } = message;
  return (
    <li key={id} id={`m-${id}`} class={isFromVisitor(message) ? 'visitor' : undefined}>
      <strong>
        <bdi>{nameOf(message, names)}</bdi>
      </strong>
      <time dateTime={sentAt}>{shown(sentAt)}</time>
      {replyTo !== undefined && (
        <a class="reply" href={`#m-${replyTo}`}>
          In reply to an earlier message
        </a>
      )}
      <p dir="auto">
        <LinkedText text={text} />
      </p>
    </li>
  );
}

function nameOf(message: ExportedConversation['messages'][number], names: Names): string {
  if (isFromManager(message)) return names.manager;
  return isFromVisitor(message) ? names.visitor : 'Foyer';
}

function shown(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
