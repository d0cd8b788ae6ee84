import { signal } from '@preact/signals';

/** Chromium's event; the other browsers have their own menu entries. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** The browser's offer to install the dashboard; `null` where it is installed already or can't be. */
export const installOffer = signal<InstallEvent | null>(null);

/** Keeps the browser's offer for the account menu, so no banner appears. The browser makes it once, soon after the page has loaded. */
export function keepInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.value = event as InstallEvent;
  });
  window.addEventListener('appinstalled', () => {
    installOffer.value = null;
  });
}

/** Asks the browser to install. An offer can be used once. */
export function install(): void {
  const offer = installOffer.value;
  installOffer.value = null;
  offer?.prompt().catch(() => {});
}
