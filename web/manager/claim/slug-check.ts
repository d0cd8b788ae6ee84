import type { Answer } from '@foyer/domain/endpoint';
import type { checkSlugEndpoint } from '@foyer/domain/manager';
import { slugFault, slugShapeFault, toSlug } from '@foyer/domain/slug';
import { signal } from '@preact/signals';
import { ApiProblem, call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';
import { faultSentence, problemSentence, slugSentence } from '../problem-words.ts';

/** The state of the typed address. */
export type Verdict =
  | { kind: 'none' | 'asking' }
  /** `reason` is an additional sentence. */
  | { kind: 'free'; reason?: string }
  /** The check failed. Claiming the address gives the answer. */
  | { kind: 'unknown' }
  | { kind: 'refused'; reason: string; suggestion: string | null };

/** The check waits for this pause in typing. */
export const PAUSE_MS = 300;

export const askServer =
  (proof: Proof): Ask =>
  async (slug) =>
    call<typeof checkSlugEndpoint>('GET', '/api/slugs/{slug}', { params: { slug } }, await proof());

type Ask = (slug: string) => Promise<Pick<Answer<typeof checkSlugEndpoint>, 'available' | 'reason' | 'suggestion'>>;

/** Checks typed slugs. Only the last one counts; an invalid slug is not sent to the server. */
export function createSlugCheck(ask: Ask) {
  const verdict = signal<Verdict>({ kind: 'none' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = '';

  const askNow = async (slug: string) => {
    let answer: Verdict;
    try {
      const { available, reason, suggestion } = await ask(slug);
      answer = available
        ? { kind: 'free', ...(reason === null ? {} : { reason: slugSentence(reason) }) }
        : refusal(slugSentence(reason ?? 'slug-taken'), suggestion);
    } catch {
      answer = { kind: 'unknown' };
    }
    if (slug === latest) verdict.value = answer;
  };

  return {
    verdict,
    look(slug: string): void {
      clearTimeout(timer);
      latest = slug;
      const fault = slugShapeFault(slug);
      if (slug === '') verdict.value = { kind: 'none' };
      else if (fault) verdict.value = refusal(faultSentence(fault), nearest(slug));
      else {
        verdict.value = { kind: 'asking' };
        timer = setTimeout(() => askNow(slug), PAUSE_MS);
      }
    },
    /** Shows an error other than the check's. */
    refuse(reason: string): void {
      verdict.value = refusal(reason, null);
    },
    /** Shows the error of a claim or move. Returns whether it was about the address. */
    hear(error: unknown): boolean {
      if (!(error instanceof ApiProblem) || (error.code !== 'slug-taken' && error.code !== 'slug-reserved')) return false;
      verdict.value = refusal(problemSentence(error), error.body.suggestion ?? null);
      return true;
    },
  };
}

function refusal(reason: string, suggestion: string | null): Verdict {
  return { kind: 'refused', reason, suggestion };
}

function nearest(slug: string): string | null {
  const repaired = toSlug(slug);
  return repaired !== slug && slugFault(repaired) === null ? repaired : null;
}
