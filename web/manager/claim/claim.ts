import { NAME_MAX } from '@foyer/domain/limits';
import type { claimPageEndpoint } from '@foyer/domain/manager';
import { slugFault, toSlug } from '@foyer/domain/slug';
import { lineFault, normaliseLine } from '@foyer/domain/text';
import { signal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { ApiProblem, call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';
import { goOnAfterClaim, settle } from '../auth/session.ts';
import { askServer, createSlugCheck } from './slug-check.ts';

/** Whether the page was claimed since this document was loaded. */
export const isNewHere = signal(false);

/** A person's choice of name and address, up to the page that comes of it. `wanted` is the address that they typed before. */
export function createClaim(user: User, proof: Proof, wanted: string | null) {
  const name = signal(user.displayName ?? '');
  const slug = signal(wanted ?? toSlug(name.value));
  const nameFault = signal<string | null>(null);
  const fault = signal<string | null>(null);
  const isBusy = signal(false);
  // The address follows the name until somebody writes it themselves.
  let isOwnSlug = wanted !== null;

  const check = createSlugCheck(askServer(proof));
  check.look(slug.value);

  const setSlug = (typed: string) => {
    slug.value = typed;
    fault.value = null;
    check.look(typed);
  };

  const refused = async (problem: ApiProblem) => {
    const { code, message, body } = problem;
    if (check.hear(problem)) return;
    // Claimed in another tab, or on another device, which ends this sign-in.
    if (code === 'page-exists' || code === 'signed-out') await settle(user, true);
    else fault.value = body.errors?.[0]?.message ?? message;
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
      const body = { name: normaliseLine(name.value), slug: slug.value };
      nameFault.value = body.name === '' ? 'Please write your name first.' : lineFault(body.name, NAME_MAX);
      if (body.slug === '') check.refuse('Choose an address for your page.');
      const isRefused = check.verdict.value.kind === 'refused' || slugFault(body.slug) !== null;
      if (nameFault.value !== null || isRefused || isBusy.value) return;
      isBusy.value = true;
      fault.value = null;
      try {
        const { token } = await call<typeof claimPageEndpoint>('PUT', '/api/managers/me', { body }, await proof());
        isNewHere.value = true;
        await goOnAfterClaim(token);
      } catch (error) {
        await refused(
          error instanceof ApiProblem ? error : new ApiProblem('offline', 'There is no connection just now. Please try again.'),
        );
      } finally {
        isBusy.value = false;
      }
    },
  };
}
