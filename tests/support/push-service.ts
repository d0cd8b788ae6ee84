import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { PushSubscription } from '@foyer/domain/device';
import { somePushKeys } from './push-keys.ts';

export interface Delivery {
  headers: IncomingHttpHeaders;
  payload: Record<string, unknown>;
}

export interface PushBrowser {
  subscription: PushSubscription;
  /** What the service took for this browser, decrypted, the oldest first. */
  deliveries: readonly Delivery[];
  /** Replaces the service's answer, which is 201: a status, or a function that answers. */
  answer(as: number | ((response: ServerResponse) => void)): void;
}

/** A browsers' push service on this machine. */
export interface PushService {
  origin: string;
  /** How many connections were opened to it. */
  connections(): number;
  someBrowser(): PushBrowser;
  stop(): void;
}

export async function startPushService(): Promise<PushService> {
  const answers = new Map<string, { take(headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse): void }>();
  const server = createServer(async (request, response) => {
    const browser = answers.get(request.url ?? '');
    if (request.method !== 'POST' || !browser) response.writeHead(404).end();
    else browser.take(request.headers, await buffer(request), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let connections = 0;
  server.on('connection', () => connections++);
  return {
    origin,
    connections: () => connections,
    someBrowser() {
      const path = `/push/${answers.size + 1}`;
      const { p256dh, auth, decrypted } = somePushKeys();
      const deliveries: Delivery[] = [];
      let answer: number | ((response: ServerResponse) => void) = 201;
      answers.set(path, {
        take(headers, body, response) {
          if (typeof answer === 'function') return answer(response);
          if (answer < 300) deliveries.push({ headers, payload: JSON.parse(decrypted(body)) });
          response.writeHead(answer).end();
        },
      });
      return {
        subscription: { endpoint: origin + path, p256dh, auth },
        deliveries,
        answer: (as) => {
          answer = as;
        },
      };
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
