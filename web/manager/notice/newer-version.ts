import { FILE_MISSING } from '../../lib/until-loaded.ts';
import { reloadToNewest } from '../offline/worker.ts';
import { words } from '../words.ts';
import { sayOffering } from './notice.ts';

let isSaid = false;

/** Offers to reload when a file of the dashboard can't be loaded. */
export function offerReloads(): void {
  addEventListener(FILE_MISSING, () => sayOffering(words.partFailed, words.reload, reloadToNewest), { once: true });
}

/** Reports once that another tab or the server has a newer version, so this dashboard might not show everything that is stored. */
export function sayNewerVersion(): void {
  if (isSaid) return;
  isSaid = true;
  sayOffering(words.newerVersion, words.reload, reloadToNewest);
}

/** Reports that a new version is on this device and only needs a reload. Drafts survive that; the editor asks first if it has to. */
export function sayNewVersion(): void {
  sayOffering(words.newVersion, words.reload, reloadToNewest);
}
