import type { changeProfileEndpoint } from '@foyer/domain/edit-profile';
import { newProfile } from '@foyer/domain/new-profile';
import type { Picture } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { computed, signal } from '@preact/signals';
import { call } from '../../lib/api.ts';
import { type Proof, problemSentence } from '../auth/proof.ts';
import type { Claimed } from '../claim/claim.ts';

/** The first minute of a page: a face and a look, each as one likes, published together at the end. */
export function createWelcome({ name }: Claimed, proof: Proof) {
  const plain = newProfile(name);
  const portrait = signal<Picture | null>(null);
  const theme = signal(plain.theme);
  const isBusy = signal(false);
  const fault = signal<string | null>(null);
  const profile = computed<Profile>(() => ({ ...plain, theme: theme.value, ...(portrait.value ? { portrait: portrait.value } : {}) }));

  return {
    portrait,
    theme,
    isBusy,
    fault,
    profile,
    /** Publishes what was chosen. Whether it went well; asked again, it changes nothing more. */
    async publish(): Promise<boolean> {
      const changes = {
        ...(portrait.value ? { portrait: portrait.value } : {}),
        ...(theme.value === plain.theme ? {} : { theme: theme.value }),
      };
      if (Object.keys(changes).length === 0) return true;
      isBusy.value = true;
      fault.value = null;
      try {
        await call<typeof changeProfileEndpoint>('PATCH', '/api/managers/me/profile', { body: { revision: 0, changes } }, await proof());
        return true;
      } catch (problem) {
        fault.value = problemSentence(problem);
        return false;
      } finally {
        isBusy.value = false;
      }
    },
  };
}
