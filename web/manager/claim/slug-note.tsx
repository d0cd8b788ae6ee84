import type { Verdict } from './slug-check.ts';

/** What is known of the typed address, in one line, with a free one to take instead. */
export function SlugNote({ verdict, onTake }: { verdict: Verdict; onTake(slug: string): void }) {
  switch (verdict.kind) {
    case 'none':
      return <>Small letters, digits and dashes.</>;
    case 'asking':
      return <>Looking …</>;
    case 'unknown':
      return <>We could not look just now. Try it: nothing is lost.</>;
    case 'free':
      return <span class="text-ink">{verdict.reason ?? 'This one is free.'}</span>;
    case 'refused': {
      const { reason, suggestion } = verdict;
      return (
        <>
          <span class="text-danger">{reason}</span>
          {suggestion && (
            <>
              {' '}
              <button
                type="button"
                onClick={() => onTake(suggestion)}
                class="rounded font-medium text-ink underline decoration-edge underline-offset-3 hover:decoration-ink pointer-coarse:py-3"
              >
                Take {suggestion}
              </button>
            </>
          )}
        </>
      );
    }
  }
}
