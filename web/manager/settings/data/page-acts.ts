import type { deleteAccountEndpoint } from '@foyer/domain/manager';
import type {
  bringOnlineEndpoint,
  endPauseEndpoint,
  keepAccountEndpoint,
  pausePageEndpoint,
  takeOfflineEndpoint,
} from '@foyer/domain/page-control';
import { call } from '../../../lib/api.ts';
import type { Proof } from '../../auth/proof.ts';

/** What a manager can do with their whole page and account. Each throws `ApiProblem`. */
export const pageActs = {
  /** `backOn` is a day in this browser's zone, or empty. */
  async pause(proof: Proof, { sentence, backOn }: { sentence: string; backOn: string }): Promise<void> {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const body = { sentence, backOn: backOn || null, timeZone };
    await call<typeof pausePageEndpoint>('PUT', '/api/managers/me/pause', { body }, await proof());
  },
  async endPause(proof: Proof): Promise<void> {
    await call<typeof endPauseEndpoint>('DELETE', '/api/managers/me/pause', {}, await proof());
  },
  async takeOffline(proof: Proof): Promise<void> {
    await call<typeof takeOfflineEndpoint>('PUT', '/api/managers/me/offline', {}, await proof());
  },
  async bringOnline(proof: Proof): Promise<void> {
    await call<typeof bringOnlineEndpoint>('DELETE', '/api/managers/me/offline', {}, await proof());
  },
  /** Resolves to when it will be deleted, in ms since 1970, or to `null` if it already is. */
  async deleteAccount(proof: Proof): Promise<number | null> {
    return (await call<typeof deleteAccountEndpoint>('DELETE', '/api/managers/me', {}, await proof())).deletionDueAt;
  },
  async keepAccount(proof: Proof): Promise<void> {
    await call<typeof keepAccountEndpoint>('DELETE', '/api/managers/me/deletion', {}, await proof());
  },
} as const;
