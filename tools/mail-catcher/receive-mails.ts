import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface CaughtMail {
  at: string;
  /** Of the envelope: where it was really sent. */
  to: string[];
  subject: string;
  text: string;
  /** By name in lower case. */
  headers: Record<string, string>;
}

export interface Receiver {
  port: number;
  stop(): Promise<void>;
}

const BYTES_MAX = 1_000_000;

/** An SMTP server on a free port of loopback. `options` replace parts of it: tests make it refuse, wait or ask for a password. */
export async function receiveMails(keep: (mail: CaughtMail) => void, options: SMTPServerOptions = {}): Promise<Receiver> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: BYTES_MAX,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const { subject = '', text = '', headers } = await PostalMime.parse(Buffer.concat(chunks));
        keep({
          at: new Date().toISOString(),
          to: envelope.rcptTo.map(({ address }) => address),
          subject,
          text,
          headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
        });
        done();
      });
    },
    ...options,
  });
  // A client that goes away is no failure of this server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.server.unref();
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
