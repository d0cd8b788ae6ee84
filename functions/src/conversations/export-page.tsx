import type { ExportedConversation } from '@foyer/domain/export';
import { renderToString } from 'preact-render-to-string';
import { LinkedText } from './linked-text.tsx';

/** The file lies on somebody's disk, where no header of ours protects it: the policy is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .25rem; }
header p, time { color: color-mix(in oklab, currentColor 65%, transparent); font-size: .85rem; margin: 0; font-variant-numeric: tabular-nums; }
ol { list-style: none; margin: 2.5rem 0 0; padding: 0; display: grid; gap: 1.5rem; }
li p { margin: .15rem 0 0; white-space: pre-wrap; overflow: clip; }
li.visitor { padding-inline-start: 1rem; border-inline-start: 2px solid; }
strong { margin-inline-end: .6rem; }
a { color: inherit; }
`;

/** A conversation as a page that opens without a network and without a script. */
export function exportPage({ manager, page, visitor, section, startedAt, exportedAt, messages }: ExportedConversation): string {
  const names = { manager, visitor: visitor.name || 'Visitor' };
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Conversation with ${manager}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>
            <bdi>{names.visitor}</bdi> and <bdi>{manager}</bdi>
          </h1>
          {section !== null && (
            <p>
              About: <bdi>{section}</bdi>
            </p>
          )}
          <p>
            {page} · begun {shown(startedAt)} · copied {shown(exportedAt)} · times in UTC
          </p>
        </header>
        <ol>
          {messages.map(({ id, sender, text, sentAt }) => (
            <li key={id} class={sender}>
              <strong>
                <bdi>{names[sender]}</bdi>
              </strong>
              <time dateTime={sentAt}>{shown(sentAt)}</time>
              <p dir="auto">
                <LinkedText text={text} />
              </p>
            </li>
          ))}
        </ol>
      </body>
    </html>,
  );
  return `<!doctype html>${html}\n`;
}

function shown(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
