import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface LossyConnection {
  host: string;
  port: number;
  /** From now on, requests arrive and their answers don't. */
  loseAnswers(): void;
  /** Ends all connections. New ones lose nothing. */
  reconnect(): void;
  close(): Promise<void>;
}

/** A connection to a server on this machine that can lose answers. */
export async function lossyConnection(to: { host: string; port: number }): Promise<LossyConnection> {
  const sockets = new Set<Socket>();
  let isLossy = false;
  const proxy = createServer((client) => {
    const server = connect(to);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => server.write(data));
    server.on('data', (data) => {
      if (!isLossy) client.write(data);
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { address, port } = proxy.address() as AddressInfo;
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: address,
    port,
    loseAnswers() {
      isLossy = true;
    },
    reconnect() {
      end();
      isLossy = false;
    },
    async close() {
      end();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
