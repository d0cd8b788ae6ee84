import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Shorter waits show no indicator. */
const DELAY_MS = 300;

export function Delayed({ children }: { children: ComponentChildren }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return <>{isDue && children}</>;
}
