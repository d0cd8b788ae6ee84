import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface Props {
  text: string;
  /** What is copied, as in `Copy the address`. */
  what: string;
  /** With words, or only the picture. */
  isWide?: boolean;
  onCopied?(): void;
}

const SHOWN_MS = 2000;

/** Copies a text, and says so. */
export function CopyButton({ text, what, isWide = false, onCopied }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    const attempt = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    attempt.then(
      () => {
        setOutcome('copied');
        onCopied?.();
      },
      () => setOutcome('refused'),
    );
  };
  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Could not copy' : null;
  const icon = outcome === 'copied' ? 'done' : 'copy';
  return (
    <>
      {isWide ? (
        <Button onClick={copy}>
          <Icon name={icon} />
          {said ?? `Copy ${what}`}
        </Button>
      ) : (
        <IconButton icon={icon} label={said ?? `Copy ${what}`} onClick={copy} />
      )}
      <span class="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
