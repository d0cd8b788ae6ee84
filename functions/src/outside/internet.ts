import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { Answered, Outside } from './fetch-page.ts';

/** The true one. `port` is a test's. */
export function openInternet({ port = 443 }: { port?: number } = {}): Outside {
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),

    ask(url, address, signal) {
      return new Promise<Answered>((resolve, reject) => {
        const asked = request(
          {
            // The address in place of a name leaves nothing to resolve again; the name stays for the certificate and the host.
            host: address,
            port,
            path: url.pathname + url.search,
            ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: url.hostname } : {}),
            headers: { host: url.host, accept: 'text/html', 'accept-encoding': 'identity', 'user-agent': 'Foyer (link check)' },
            agent: false,
            signal,
          },
          (response) => {
            const headers = Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
            );
            // Cut off by us, after we have read enough.
            response.on('error', () => {});
            resolve({ status: response.statusCode ?? 0, headers, body: response });
          },
        );
        asked.on('error', reject).end();
      });
    },
  };
}
