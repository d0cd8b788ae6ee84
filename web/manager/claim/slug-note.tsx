import { words } from '../door-words.ts';
import type { Verdict } from './slug-check.ts';

/** The state of the typed address, in one line, with an available address to use instead. */
export function SlugNote({ verdict, onTake }: { verdict: Verdict; onTake(slug: string): void }) {
  switch (verdict.kind) {
    case 'none':
      return <>{words.addressHelp}</>;
    case 'asking':
      return <>{words.addressChecking}</>;
    case 'unknown':
      return <>{words.addressUnknown}</>;
    case 'free':
      return <span class="text-ink">{verdict.reason ?? words.addressFree}</span>;
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
                {words.useAddress({ slug: suggestion })}
              </button>
            </>
          )}
        </>
      );
    }
  }
}
