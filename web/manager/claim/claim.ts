import { NAME_MAX } from '@foyer/domain/limits';
import type { claimPageEndpoint } from '@foyer/domain/manager';
import { slugFault, toSlug } from '@foyer/domain/slug';
import { lineFault, normaliseLine } from '@foyer/domain/text';
import { signal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { ApiProblem, call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';
import { goOnAfterClaim, settle } from '../auth/session.ts';
import { words } from '../door-words.ts';
import { language } from '../language.ts';
import { faultSentence, problemSentence } from '../problem-words.ts';
import { isNewHere } from './is-new-here.ts';
import { askServer, createSlugCheck } from './slug-check.ts';

/** A person's choice of name and address, until the page is created. `wanted` is the address that they typed on the front page. */
export function createClaim(user: User, proof: Proof, wanted: string | null) {
  const name = signal(user.displayName ?? '');
  const slug = signal(wanted ?? toSlug(name.value));
  const nameFault = signal<string | null>(null);
  const fault = signal<string | null>(null);
  const isBusy = signal(false);
  // The address follows the name until the person edits it.
  let isOwnSlug = wanted !== null;

  const check = createSlugCheck(askServer(proof));
  check.look(slug.value);

  const setSlug = (typed: string) => {
    slug.value = typed;
    fault.value = null;
    check.look(typed);
  };

  const refused = async (problem: ApiProblem) => {
    const { code } = problem;
    if (check.hear(problem)) return;
    // Claimed in another tab, or on another device, which ends this sign-in.
    if (code === 'page-exists' || code === 'signed-out') await settle(user, true);
    else fault.value = problemSentence(problem);
  };

  return {
    name,
    slug,
    nameFault,
    fault,
    isBusy,
    verdict: check.verdict,

    typeName(typed: string): void {
      name.value = typed;
      nameFault.value = null;
      if (!isOwnSlug) setSlug(toSlug(typed));
    },

    typeSlug(typed: string): void {
      isOwnSlug = typed !== '';
      setSlug(typed.trim().toLowerCase());
    },

    async claim(): Promise<void> {
      const body = { name: normaliseLine(name.value), slug: slug.value, language };
      const wrong = lineFault(body.name, NAME_MAX);
      nameFault.value = body.name === '' ? words.nameMissing : wrong && faultSentence(wrong);
      if (body.slug === '') check.refuse(words.addressMissing);
      const isRefused = check.verdict.value.kind === 'refused' || slugFault(body.slug) !== null;
      if (nameFault.value !== null || isRefused || isBusy.value) return;
      isBusy.value = true;
      fault.value = null;
      try {
        const { token } = await call<typeof claimPageEndpoint>('PUT', '/api/managers/me', { body }, await proof());
        isNewHere.value = true;
        await goOnAfterClaim(token);
      } catch (error) {
        await refused(error instanceof ApiProblem ? error : new ApiProblem('offline'));
      } finally {
        isBusy.value = false;
      }
    },
  };
}
