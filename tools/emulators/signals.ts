export interface Signals {
  /** Aborted by the first Ctrl-C, or by the terminal's end. */
  first: AbortSignal;
  /** Aborted by the second: somebody is in a hurry. */
  second: AbortSignal;
}

/** npm passes on the Ctrl-C that a terminal sends to both of us: one press, two signals. */
const SAME_PRESS_MS = 1000;

/** From now on, signals do not end this process: they are told here. */
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

/** Resolves once a signal is aborted. */
export function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
