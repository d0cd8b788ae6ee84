import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

export const PORT_NAMES = [
  'auth',
  'functions',
  'firestore',
  'websocket',
  'hosting',
  'storage',
  'hub',
  'logging',
  'eventarc',
  'tasks',
] as const;
export type PortName = (typeof PORT_NAMES)[number];
export type Ports = Record<PortName, number>;

/** The emulators listen on the first. `localhost` can mean the second, where no other program must answer. */
const HOSTS = ['127.0.0.1', '::1'];
/** Below the systems' range for outgoing connections, so none of those takes a port in between. */
const FREE_RANGE = { first: 20_000, count: 10_000 } as const;

export async function busyPorts(ports: Ports): Promise<{ name: PortName; port: number }[]> {
  const free = await Promise.all(PORT_NAMES.map((name) => isFree(ports[name])));
  return PORT_NAMES.filter((_, index) => !free[index]).map((name) => ({ name, port: ports[name] }));
}

/** Ten free ports, starting at a random number, so two runs rarely collide. */
export async function freePorts(): Promise<Ports> {
  const ports: Partial<Ports> = {};
  let next = Math.floor(Math.random() * FREE_RANGE.count);
  for (const name of PORT_NAMES) {
    for (let tries = 0; tries < FREE_RANGE.count && ports[name] === undefined; tries += 1) {
      const port = FREE_RANGE.first + (next++ % FREE_RANGE.count);
      if (await isFree(port)) ports[name] = port;
    }
  }
  return ports as Ports;
}

/** The process that listens on a port, and its command; `null` if the system doesn't say. */
export async function listenerOn(port: number): Promise<{ pid: number; command: string } | null> {
  const pid = process.platform === 'linux' ? await pidFromProc(port) : await pidFromLsof(port);
  return pid === null ? null : { pid, command: await commandOf(pid) };
}

export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ').trim();
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

async function isFree(port: number): Promise<boolean> {
  return (await Promise.all(HOSTS.map((host) => isFreeOn(host, port)))).every(Boolean);
}

function isFreeOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no such address, so nothing listens there.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function pidFromProc(port: number): Promise<number | null> {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')));
  const row = tables
    .flatMap((table) => table.split('\n'))
    .map((line) => line.trim().split(/\s+/))
    // Columns: local address, remote address, state (0A listens), ..., the socket's inode.
    .find((columns) => columns[1]?.endsWith(`:${hexPort}`) && columns[3] === '0A');
  const socket = `socket:[${row?.[9]}]`;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
    if (links.includes(socket)) return Number(pid);
  }
  return null;
}

async function pidFromLsof(port: number): Promise<number | null> {
  const { stdout } = await promisify(execFile)('lsof', ['-t', `-iTCP:${port}`, '-sTCP:LISTEN']).catch(() => ({ stdout: '' }));
  return Number.parseInt(stdout, 10) || null;
}
