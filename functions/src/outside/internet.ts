import { lookup } from 'node:dns/promises';
import { type Agent, Agent as PlainAgent, request as requestPlainly } from 'node:http';
import { type RequestOptions, request, Agent as SecureAgent } from 'node:https';
import { isIP } from 'node:net';
import type { Answered, Outside, Post } from './fetch-page.ts';

/** An idle connection ends before a network on the way forgets it, and an instance that slept finds it ended. */
const IDLE = { keepAlive: true, timeout: 30_000 };

export function openInternet({ port = 443 }: { port?: number } = {}): Outside {
  const agent = new SecureAgent(IDLE);
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),

    // An address leaves nothing to resolve again; the name is still used for the certificate and `Host`.
    ask: (url, address, signal, post) =>
      answered(
        request,
        {
          ...optionsFor(url, signal, agent, post),
          host: address,
          port,
          ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: url.hostname } : {}),
        },
        post,
      ),
  };
}

/** Servers on this machine, without TLS, for the emulators only. */
export function openLoopback(): Outside {
  const agent = new PlainAgent(IDLE);
  return {
    resolve: async () => ['127.0.0.1'],
    ask: (url, host, signal, post) => answered(requestPlainly, { ...optionsFor(url, signal, agent, post), host, port: url.port }, post),
  };
}

const PAGE_HEADERS = { accept: 'text/html', 'accept-encoding': 'identity', 'user-agent': 'Foyer (link check)' };

/** Only POSTs keep their connections: pushes go to the same few servers. A connection belongs to the address that was checked. */
function optionsFor({ pathname, search, host }: URL, signal: AbortSignal, agent: Agent, post: Post | undefined): RequestOptions {
  const path = pathname + search;
  return post
    ? { method: 'POST', path, headers: { ...post.headers, host }, agent, signal }
    : { method: 'GET', path, headers: { ...PAGE_HEADERS, host }, agent: false, signal };
}

function answered(send: typeof request, options: RequestOptions, post: Post | undefined): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = send(options, (response) => {
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
      );
      // We aborted it after reading enough.
      response.on('error', () => {});
      resolve({ status: response.statusCode ?? 0, headers, body: response });
    });
    asked.on('error', (cause: NodeJS.ErrnoException) => {
      // The server closed a kept connection at the moment it was used again.
      if (asked.reusedSocket && cause.code === 'ECONNRESET') resolve(answered(send, { ...options, agent: false }, post));
      else reject(cause);
    });
    asked.end(post?.body);
  });
}
