import { signal } from '@preact/signals';

/** Whether this browser has a connection. */
export const connection = signal<'online' | 'offline' | 'reconnecting'>(navigator.onLine ? 'online' : 'offline');

/** After coming online, wait this long for an answer. */
const RECONNECTING_MS = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Call it when a live query has answered. */
export function heardFromServer(): void {
  if (connection.value === 'reconnecting') connection.value = 'online';
}

/** Follows the browser's events. Returns a function that stops it. */
export function followConnection(): () => void {
  const offline = () => {
    clearTimeout(timer);
    connection.value = 'offline';
  };
  const online = () => {
    if (connection.value !== 'offline') return;
    connection.value = 'reconnecting';
    timer = setTimeout(heardFromServer, RECONNECTING_MS);
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
  };
}
