import type { Platform } from './cloud.ts';

/** Created on first use. Tests open several instances in one process. */
export function perInstance<P extends Platform, Memory extends object>(make: (instance: P) => Memory): (instance: P) => Memory {
  const memories = new WeakMap<P, Memory>();
  return (instance) => {
    const memory = memories.get(instance) ?? make(instance);
    memories.set(instance, memory);
    return memory;
  };
}
