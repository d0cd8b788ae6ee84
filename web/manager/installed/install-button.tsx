import { Icon } from '../../ui/icon.tsx';
import { catalogues } from '../catalogues.ts';
import { install, installOffer } from './install-prompt.ts';

/** Shown only while the browser offers to install the dashboard. `class` gives its look in a list. */
export function InstallButton({ class: look }: { class: string }) {
  if (!installOffer.value) return null;
  return (
    <button type="button" onClick={install} class={look}>
      <Icon name="down" class="shrink-0 text-soft" />
      {catalogues.account.install}
    </button>
  );
}
