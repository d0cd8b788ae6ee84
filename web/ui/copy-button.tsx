import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { words } from './words.ts';

interface Props {
  text: string;
  /** The action's name, for example “Copy the address”. */
  label: string;
  isWide?: boolean;
  onCopied?(): void;
}

const SHOWN_MS = 2000;

export function CopyButton({ text, label, isWide = false, onCopied }: Props) {
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
  const said = outcome === 'copied' ? words.copied : outcome === 'refused' ? words.copyFailed : null;
  const icon = outcome === 'copied' ? 'done' : 'copy';
  return (
    <>
      {isWide ? (
        <Button onClick={copy}>
          <Icon name={icon} />
          {said ?? label}
        </Button>
      ) : (
        <IconButton icon={icon} label={said ?? label} onClick={copy} />
      )}
      <span class="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
