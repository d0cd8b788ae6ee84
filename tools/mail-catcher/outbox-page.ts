import type { CaughtMail } from './receive-mails.ts';

/** The caught mails, newest first. Everything in them is text; only addresses that begin with http become links. */
export function outboxPage(mails: readonly CaughtMail[]): string {
  const shown = mails.length === 0 ? '<p>No mail was sent yet.</p>' : mails.toReversed().map(article).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Outbox (${mails.length})</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { margin-block: 1.5rem; padding: 1rem 1.25rem; border: 1px solid #8886; border-radius: .5rem }
h2 { margin: 0; font-size: 1.125rem }
p { margin: .25rem 0 0; color: #767676 }
pre { margin: 1rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<h1>Outbox</h1>
<p>What this Foyer sent. Nothing leaves your machine. Reload to see new mails.</p>
${shown}
`;
}

function article({ at, to, subject, text }: CaughtMail): string {
  return `<article><h2>${escaped(subject)}</h2><p>To ${escaped(to.join(', '))}, ${escaped(at)}</p><pre dir="auto">${linked(text)}</pre></article>`;
}

function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/[^\s<>"']+/g, (href) => `<a href="${href}" rel="noreferrer">${href}</a>`);
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (symbol) => entities[symbol] ?? symbol);
}
