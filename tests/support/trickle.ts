import { connect } from 'node:net';

export interface Trickle {
  /** When it was answered, in ms after it began, and with what; `null` while it is not. */
  answer: { status: number; afterMs: number; text: string } | null;
  /** Whether the server closed the connection. */
  isClosed: boolean;
  end(): void;
}

export interface Trickling {
  origin: string;
  path: string;
  /** Where a proxy says that the sender is. */
  address: string;
  contentType?: string;
  length?: number;
  /** Milliseconds between one byte and the next. */
  everyMs?: number;
}

/** Sends a request whose head comes at once and whose body comes byte by byte. */
export function trickle({ origin, path, address, contentType = 'application/json', length = 20_000, everyMs = 500 }: Trickling): Trickle {
  const { hostname, port, host } = new URL(origin);
  const startedAt = performance.now();
  const socket = connect(Number(port), hostname);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    `origin: ${origin}`,
    `x-forwarded-for: ${address}, 192.0.2.254`,
    `content-type: ${contentType}`,
    `content-length: ${length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const bytes = setInterval(() => socket.writable && socket.write('x'), everyMs);
  const state: Trickle = { answer: null, isClosed: false, end: () => socket.destroy() };
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
    state.answer = { status, afterMs: state.answer?.afterMs ?? performance.now() - startedAt, text };
  });
  // A server that has answered may close the line while bytes still come.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(bytes);
    state.isClosed = true;
  });
  return state;
}
