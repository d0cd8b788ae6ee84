export interface Signals {
  /** Aborted by the first Ctrl-C, or when the terminal closes. */
  first: AbortSignal;
  second: AbortSignal;
}

/** A terminal sends Ctrl-C to npm and to us, and npm forwards it: one press, two signals. */
const SAME_PRESS_MS = 1000;

/** After this call, signals no longer end the process; they only abort these. */
export function hearSignals(): Signals {
  const presses = [new AbortController(), new AbortController()] as const;
  let lastAt = Number.NEGATIVE_INFINITY;
  const hear = () => {
    const isNew = performance.now() - lastAt > SAME_PRESS_MS;
    lastAt = performance.now();
    if (isNew) presses.find(({ signal }) => !signal.aborted)?.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear);
  return { first: presses[0].signal, second: presses[1].signal };
}

export function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
