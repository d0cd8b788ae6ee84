import { connect } from 'node:net';

export interface Trickle {
  /** The answer and its time, in ms after the start; `null` until it arrives. */
  answer: { status: number; afterMs: number; text: string } | null;
  isClosed: boolean;
  end(): void;
}

export interface Trickling {
  origin: string;
  path: string;
  /** The sender's address according to a proxy. */
  address: string;
  contentType?: string;
  length?: number;
  everyMs?: number;
}

/** Sends a request with its head immediately and its body byte by byte. */
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
  // After its answer a server may close the connection while bytes still arrive.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(bytes);
    state.isClosed = true;
  });
  return state;
}
