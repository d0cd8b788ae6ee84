import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A wait shorter than this needs no picture. */
const DELAY_MS = 300;

/** Shows its content only when it has been wanted for a while. */
export function Delayed({ children }: { children: ComponentChildren }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return <>{isDue && children}</>;
}
