import type { moveEndpoint } from '@foyer/domain/manager';
import { signal } from '@preact/signals';
import { call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';
import { askServer, createSlugCheck } from '../claim/slug-check.ts';
import { say } from '../notice/notice.ts';
import { problemSentence } from '../problem-words.ts';
import { words } from './words.ts';

/** The state of a change of address. */
export function createMove(proof: Proof, current: string) {
  const slug = signal('');
  const fault = signal<string | null>(null);
  const isBusy = signal(false);
  const check = createSlugCheck(askServer(proof));

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
      if (wanted === '') check.refuse(words.moveMissing);
      if (wanted === '' || check.verdict.value.kind === 'refused' || isBusy.value) return;
      isBusy.value = true;
      try {
        await call<typeof moveEndpoint>('PUT', '/api/managers/me/slug', { body: { slug: wanted } }, await proof());
        say(words.moved({ old: `/${current}` }));
      } catch (error) {
        if (!check.hear(error)) fault.value = problemSentence(error);
      } finally {
        isBusy.value = false;
      }
    },
  };
}
