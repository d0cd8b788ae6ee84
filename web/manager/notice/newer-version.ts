import { sayOffering } from './notice.ts';

let isSaid = false;

/** Says once that another tab or the server is ahead of this dashboard, which may not show all that is stored. */
export function sayNewerVersion(): void {
  if (isSaid) return;
  isSaid = true;
  sayOffering('A newer version of Foyer is available.', 'Reload', () => location.reload());
}
