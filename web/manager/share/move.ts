import type { checkSlugEndpoint, moveEndpoint } from '@foyer/domain/manager';
import { signal } from '@preact/signals';
import { ApiProblem, call } from '../../lib/api.ts';
import { type Proof, problemSentence } from '../auth/proof.ts';
import { createSlugCheck } from '../claim/slug-check.ts';
import { say } from '../notice/notice.ts';

/** A change of address, from the first typed letter on. */
export function createMove(proof: Proof, current: string) {
  const slug = signal('');
  const fault = signal<string | null>(null);
  const isBusy = signal(false);
  const check = createSlugCheck(async (wanted) =>
    call<typeof checkSlugEndpoint>('GET', '/api/slugs/{slug}', { params: { slug: wanted } }, await proof()),
  );

  return {
    slug,
    fault,
    isBusy,
    verdict: check.verdict,

    type(typed: string): void {
      slug.value = typed.trim().toLowerCase();
      fault.value = null;
      check.look(slug.value);
    },

    async move(): Promise<void> {
      const wanted = slug.value;
      if (wanted === '') check.refuse('Write the address that you would like.', null);
      if (wanted === '' || check.verdict.value.kind === 'refused' || isBusy.value) return;
      isBusy.value = true;
      try {
        await call<typeof moveEndpoint>('PUT', '/api/managers/me/slug', { body: { slug: wanted } }, await proof());
        say(`Your page has moved. /${current} leads there, too.`);
      } catch (error) {
        const isAboutSlug = error instanceof ApiProblem && ['slug-taken', 'slug-reserved'].includes(error.code);
        if (isAboutSlug) check.refuse(error.message, error.body.suggestion ?? null);
        else fault.value = problemSentence(error);
      } finally {
        isBusy.value = false;
      }
    },
  };
}
