import type { Answer } from '@foyer/domain/endpoint';
import type { checkSlugEndpoint } from '@foyer/domain/manager';
import { explainSlugFault, slugFault, toSlug } from '@foyer/domain/slug';
import { signal } from '@preact/signals';
import { ApiProblem, call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';

/** What is known of the address that is being typed. */
export type Verdict =
  | { kind: 'none' | 'asking' }
  /** With what is to be known of it, as a sentence. */
  | { kind: 'free'; reason?: string }
  /** Nobody could be asked; claiming it will tell. */
  | { kind: 'unknown' }
  | { kind: 'refused'; reason: string; suggestion: string | null };

/** A pause in typing after which it is worth asking. */
export const PAUSE_MS = 300;

/** Asks the server. */
export const askServer =
  (proof: Proof): Ask =>
  async (slug) =>
    call<typeof checkSlugEndpoint>('GET', '/api/slugs/{slug}', { params: { slug } }, await proof());

type Ask = (slug: string) => Promise<Pick<Answer<typeof checkSlugEndpoint>, 'available' | 'reason' | 'suggestion'>>;

/** Says of each typed slug whether it can be had. Only the last one typed counts; what cannot be a slug is never asked for. */
export function createSlugCheck(ask: Ask) {
  const verdict = signal<Verdict>({ kind: 'none' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = '';

  const askNow = async (slug: string) => {
    let answer: Verdict;
    try {
      const { available, reason, suggestion } = await ask(slug);
      answer = available
        ? { kind: 'free', ...(reason === null ? {} : { reason }) }
        : refusal(reason ?? 'This address is already taken.', suggestion);
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
      const fault = slug === '' ? null : slugFault(slug);
      if (slug === '') verdict.value = { kind: 'none' };
      // The server knows what is free near a reserved word.
      else if (fault !== null && fault !== 'reserved') verdict.value = refusal(explainSlugFault(fault), nearest(slug));
      else {
        verdict.value = { kind: 'asking' };
        timer = setTimeout(() => askNow(slug), PAUSE_MS);
      }
    },
    /** What is wrong beside what was asked. */
    refuse(reason: string): void {
      verdict.value = refusal(reason, null);
    },
    /** What taking the address itself has found out. Whether it was about the address at all. */
    hear(error: unknown): boolean {
      if (!(error instanceof ApiProblem) || (error.code !== 'slug-taken' && error.code !== 'slug-reserved')) return false;
      verdict.value = refusal(error.message, error.body.suggestion ?? null);
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
