import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Answered, fetchPage, type Outside } from './fetch-page.ts';
import { openInternet } from './internet.ts';

afterEach(() => {
  vi.useRealTimers();
});

const PUBLIC = '93.184.216.34';

async function* text(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const page = (html = '<p>', headers: Answered['headers'] = {}): Answered => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: text(html),
});
const redirect = (location: string): Answered => ({ status: 302, headers: { location }, body: text('') });

function someWorld(names: Record<string, string[][]>, pages: Record<string, Answered>) {
  const asked: string[] = [];
  const world: Outside = {
    resolve: async (host) => (names[host]?.length === 1 ? names[host][0] : names[host]?.shift()) ?? [],
    ask: async (url, address) => {
      asked.push(`${url.href} at ${address}`);
      return pages[url.href] ?? { status: 404, headers: {}, body: text('') };
    },
  };
  return { world, asked };
}

describe('a page at a given address', () => {
  test('is requested from the address that was checked, even if DNS changes right after', async () => {
    const { world, asked } = someWorld({ 'a.example': [[PUBLIC], ['127.0.0.1']] }, { 'https://a.example/x': page('<b>') });
    expect(await fetchPage(world, 'https://a.example/x')).toEqual({ url: 'https://a.example/x', html: '<b>' });
    expect(asked).toEqual([`https://a.example/x at ${PUBLIC}`]);
  });

  test.each([[['10.0.0.1']], [['::1']], [['::ffff:10.0.0.1']], [['169.254.169.254']], [[PUBLIC, '127.0.0.1']], [[]]])(
    'is not requested if its host resolves to %j',
    async (addresses) => {
      const { world, asked } = someWorld({ 'a.example': [addresses] }, { 'https://a.example/': page() });
      await expect(fetchPage(world, 'https://a.example/')).rejects.toMatchObject({ fault: 'unreachable' });
      expect(asked).toEqual([]);
    },
  );

  test.each([
    'http://a.example/',
    'https://a.example:8443/',
    'https://user@a.example/',
    'https://user:word@a.example/',
    'file:///etc/passwd',
    'gopher://a.example/',
    'a.example',
    '',
  ])('is not requested by the address %j', async (address) => {
    const { world, asked } = someWorld({ 'a.example': [[PUBLIC]] }, {});
    await expect(fetchPage(world, address)).rejects.toMatchObject({ fault: 'forbidden' });
    expect(asked).toEqual([]);
  });

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:7f00:1]/',
    'https://017700000001/',
  ])('is not requested at the number %s', async (address) => {
    const asked: string[] = [];
    const real = openInternet();
    const world: Outside = { resolve: real.resolve, ask: async (url) => Promise.reject(asked.push(url.href)) };
    await expect(fetchPage(world, address)).rejects.toMatchObject({ fault: 'unreachable' });
    expect(asked).toEqual([]);
  });

  test('follows three redirects on the same host and checks each one', async () => {
    const names = { 'a.example': [[PUBLIC]], 'www.a.example': [['8.8.8.8']], 'inside.example': [['192.168.1.1']] };
    const { world, asked } = someWorld(names, {
      'https://a.example/': redirect('/1'),
      'https://a.example/1': redirect('https://www.a.example/2'),
      'https://www.a.example/2': redirect('//A.example/3'),
      'https://a.example/3': page('<i>'),
      'https://a.example/4': redirect('https://a.example/'),
      'https://a.example/plain': redirect('http://a.example/2'),
      'https://a.example/port': redirect('https://a.example:22/'),
      'https://a.example/name': redirect('https://user@a.example/'),
    });
    expect(await fetchPage(world, 'https://a.example/')).toEqual({ url: 'https://a.example/3', html: '<i>' });
    await expect(fetchPage(world, 'https://a.example/4')).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(fetchPage(world, 'https://a.example/plain')).rejects.toMatchObject({ fault: 'forbidden' });
    await expect(fetchPage(world, 'https://a.example/port')).rejects.toMatchObject({ fault: 'forbidden' });
    await expect(fetchPage(world, 'https://a.example/name')).rejects.toMatchObject({ fault: 'forbidden' });
    expect(asked.filter((line) => /http:|:22|user@/.test(line))).toEqual([]);
  });

  test('is not requested if its host now resolves to a private address', async () => {
    const { world, asked } = someWorld({ 'a.example': [[PUBLIC], ['192.168.1.1']] }, { 'https://a.example/': redirect('/inside') });
    await expect(fetchPage(world, 'https://a.example/')).rejects.toMatchObject({ fault: 'unreachable' });
    expect(asked).toEqual([`https://a.example/ at ${PUBLIC}`]);
  });

  test.each([
    ['https://short.example/x', 'https://b.example/'],
    ['https://a.example/', 'https://sub.a.example/'],
    ['https://sub.a.example/', 'https://a.example/'],
    ['https://www.a.example/', 'https://www.b.example/'],
    ['https://a.example/', 'https://www.www.a.example/'],
    ['https://a.example/', 'https://wwwa.example/'],
    ['https://a.example/', 'https://a.example.evil.example/'],
    ['https://a.example/', 'https://169.254.169.254/latest'],
    ['https://a.example/', 'https://[::1]/'],
    ['https://a.example/', '//b.example/'],
  ])('at %s is not read at %s, where it redirects', async (from, to) => {
    const names = new Proxy<Record<string, string[][]>>({}, { get: () => [[PUBLIC]] });
    const { world, asked } = someWorld(names, { [from]: redirect(to), [new URL(to, from).href]: page() });
    await expect(fetchPage(world, from)).rejects.toMatchObject({ fault: 'elsewhere' });
    expect(asked).toEqual([`${from} at ${PUBLIC}`]);
  });

  test('is not read after a redirect to another host and back', async () => {
    const { world } = someWorld(
      { 'a.example': [[PUBLIC]], 'b.example': [[PUBLIC]] },
      { 'https://a.example/': redirect('https://b.example/'), 'https://b.example/': redirect('https://a.example/x') },
    );
    await expect(fetchPage(world, 'https://a.example/')).rejects.toMatchObject({ fault: 'elsewhere' });
  });

  test('is read up to 100,000 bytes', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 10_000;
        yield Buffer.alloc(10_000, 'x');
      }
    }
    const { world } = someWorld({ 'a.example': [[PUBLIC]] }, { 'https://a.example/': { ...page(), body: endless() } });
    expect((await fetchPage(world, 'https://a.example/')).html).toHaveLength(100_000);
    expect(given).toBe(100_000);
  });

  test.each([
    { 'content-type': 'application/json' },
    { 'content-type': 'text/htmlx' },
    { 'content-type': undefined },
    { 'content-encoding': 'gzip' },
  ])('is not read with %j', async (headers) => {
    const { world } = someWorld({ 'a.example': [[PUBLIC]] }, { 'https://a.example/': page('', headers) });
    await expect(fetchPage(world, 'https://a.example/')).rejects.toMatchObject({ fault: 'unreadable' });
  });

  test.each(['resolve', 'ask', 'body'] as const)('times out after seven seconds without its %s', async (slow) => {
    const never = new Promise<never>(() => {});
    const short = AbortSignal.timeout(20);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(short);
    async function* drip(signal: AbortSignal) {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        signal.throwIfAborted();
        yield Buffer.from('x');
      }
    }
    const world: Outside = {
      resolve: async () => (slow === 'resolve' ? never : [PUBLIC]),
      ask: async (_, __, signal) => (slow === 'ask' ? never : { ...page(), body: drip(signal) }),
    };
    await expect(fetchPage(world, 'https://a.example/')).rejects.toMatchObject({ fault: 'unreachable' });
    expect(timeout).toHaveBeenCalledWith(7000);
    timeout.mockRestore();
  });
});

test('the real internet gets the pinned address and the page’s host, and resolves nothing', async () => {
  const greeting = new Promise<string>((resolve) => {
    server.once('connection', (socket) => {
      socket.once('data', (bytes) => {
        resolve(bytes.toString('latin1'));
        socket.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const asked = openInternet({ port }).ask(new URL('https://no-such-name.invalid/x'), '127.0.0.1', AbortSignal.timeout(5000));
  await expect(asked).rejects.toThrow();
  expect(await greeting).toContain('no-such-name.invalid');
  server.close();
});

const server = createServer();
