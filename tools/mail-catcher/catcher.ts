import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { origin } from '../emulators/config.ts';
import { outboxPage } from './outbox-page.ts';
import { type CaughtMail, receiveMails } from './receive-mails.ts';

export interface MailCatcher {
  /** For `SMTP_URL`. */
  smtpUrl: string;
  /** The page with everything that was sent; `/mails.json` has the same for programs. */
  outbox: string;
  stop(): Promise<void>;
}

/** More than a developer or a test file sends. */
const MAILS_MAX = 1000;

/**
 * Takes every mail of this run and sends none of them on. Listens on loopback only, without encryption or sign-in. `port`: of the page; any
 * free one if it is in use.
 */
export async function startMailCatcher(port = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const smtp = await receiveMails((mail) => {
    mails.push(mail);
    if (mails.length > MAILS_MAX) mails.shift();
  });
  const page = createServer((request, response) => {
    // Refuses other sites' pages, which could reach this address by their own name.
    const isOwn = /^(?:127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '');
    const [status, type, body] = !isOwn ? NOTHING : answerTo(request.url ?? '', mails);
    response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-store' }).end(body);
  });
  const pagePort = await listen(page, port).catch(() => listen(page, 0));
  // It ends with its process, however that ends.
  page.unref();
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    outbox: origin(pagePort),
    async stop() {
      page.closeAllConnections();
      await Promise.all([new Promise((done) => page.close(done)), smtp.stop()]);
    },
  };
}

type Answer = readonly [status: number, type: string, body: string];

const NOTHING: Answer = [404, 'text/plain', ''];
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function answerTo(path: string, mails: readonly CaughtMail[]): Answer {
  if (path === '/mails.json') return [200, 'application/json', JSON.stringify(mails)];
  return path === '/' ? [200, 'text/html; charset=utf-8', outboxPage(mails)] : NOTHING;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
