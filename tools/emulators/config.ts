import { z } from 'zod';
import type { Ports } from './ports.ts';

const Header = z.looseObject({ key: z.string(), value: z.string() });
const Emulator = z.looseObject({ port: z.int() });

/** The parts of firebase.json that the launcher reads or changes; the rest is kept. */
export const FirebaseConfig = z.looseObject({
  functions: z.array(z.looseObject({ source: z.string() })),
  hosting: z.looseObject({
    public: z.string(),
    rewrites: z.array(z.looseObject({ source: z.string() })),
    headers: z.array(z.looseObject({ source: z.string(), headers: z.array(Header) })),
  }),
  emulators: z.looseObject({
    auth: Emulator,
    functions: Emulator,
    firestore: z.looseObject({ port: z.int(), websocketPort: z.int() }),
    hosting: Emulator,
    storage: Emulator,
    hub: Emulator,
    logging: Emulator,
    eventarc: Emulator,
    tasks: Emulator,
  }),
});
export type FirebaseConfig = z.output<typeof FirebaseConfig>;

export function portsOf({ emulators }: FirebaseConfig): Ports {
  const { firestore, ...others } = emulators;
  return {
    auth: others.auth.port,
    functions: others.functions.port,
    firestore: firestore.port,
    websocket: firestore.websocketPort,
    hosting: others.hosting.port,
    storage: others.storage.port,
    hub: others.hub.port,
    logging: others.logging.port,
    eventarc: others.eventarc.port,
    tasks: others.tasks.port,
  };
}

/** What differs from run to run. Paths are relative to the repository's root. */
export interface Run {
  ports: Ports;
  functionsSource: string;
  webPublic: string;
  /** Come before all others. The benchmarks have their own function. */
  rewrites?: readonly Rewrite[];
}

/** A type, not an interface, so it is also a loose object of `FirebaseConfig`. */
export type Rewrite = {
  source: string;
  function: { functionId: string; region: string };
};

/** firebase.json for one run: its ports and builds, and a dashboard that can connect to this run's Auth and Firestore emulators. */
export function configFor(base: FirebaseConfig, { ports, functionsSource, webPublic, rewrites = [] }: Run): FirebaseConfig {
  const { emulators } = base;
  const auth = origin(ports.auth);
  const firestore = origin(ports.firestore);
  return {
    ...base,
    // A run's parameters and secrets are in its own build.
    functions: base.functions.map((codebase) => ({ ...codebase, source: functionsSource, configDir: functionsSource })),
    hosting: {
      ...base.hosting,
      public: webPublic,
      rewrites: [...rewrites, ...base.hosting.rewrites],
      headers: base.hosting.headers.map((rule) => ({
        ...rule,
        headers: rule.headers.map((header) =>
          header.key === 'Content-Security-Policy'
            ? // The Auth emulator's stand-in for Google's sign-in uses its own frame and popup.
              { ...header, value: allow(allow(header.value, 'connect-src', [auth, firestore]), 'frame-src', [auth]) }
            : header,
        ),
      })),
    },
    emulators: {
      ...emulators,
      auth: { ...emulators.auth, port: ports.auth },
      functions: { ...emulators.functions, port: ports.functions },
      firestore: { ...emulators.firestore, port: ports.firestore, websocketPort: ports.websocket },
      hosting: { ...emulators.hosting, port: ports.hosting },
      storage: { ...emulators.storage, port: ports.storage },
      hub: { ...emulators.hub, port: ports.hub },
      logging: { ...emulators.logging, port: ports.logging },
      eventarc: { ...emulators.eventarc, port: ports.eventarc },
      tasks: { ...emulators.tasks, port: ports.tasks },
    },
  };
}

/**
 * Lets browsers cache the built assets for a year, each by its full name. A pattern would also match missing assets: a function answers
 * those, Hosting's headers replace the function's, and browsers would cache the 404 for a year.
 */
export function keepingAssets(config: FirebaseConfig, names: readonly string[]): FirebaseConfig {
  if (names.length === 0) return config;
  const odd = names.find((name) => !/^[\w.-]+$/.test(name));
  if (odd !== undefined) throw new Error(`${odd} has characters that are special in a pattern.`);
  const rule = {
    source: `/assets/@(${names.toSorted().join('|')})`,
    headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
  };
  return { ...config, hosting: { ...config.hosting, headers: [rule, ...config.hosting.headers] } };
}

/** Adds sources to one directive of a Content-Security-Policy, and the directive if it is missing. */
export function allow(policy: string, directive: string, sources: readonly string[]): string {
  const parts = policy.split(';').map((part) => part.trim());
  if (!parts.some((part) => part.split(' ')[0] === directive)) return [...parts, [directive, ...sources].join(' ')].join('; ');
  return parts.map((part) => (part.split(' ')[0] === directive ? [part, ...sources].join(' ') : part)).join('; ');
}

export function origin(port: number): string {
  return `http://127.0.0.1:${port}`;
}
