import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Qr } from './qr.ts';

const NONE: Qr = { size: 1, rows: [], path: '' };

/** A QR code on the screen, on white in dark themes too. Few screens show one, so those load the code that draws it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = useSignal(NONE);
  useEffect(() => {
    let isCurrent = true;
    import('./qr.ts').then(
      ({ qrOf }) => {
        if (isCurrent) code.value = qrOf(text);
      },
      // It stays white. The address is written next to it.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const { size, path } = code.value;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges" class="size-40 rounded-xl">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
