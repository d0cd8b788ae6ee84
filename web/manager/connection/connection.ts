import { signal } from '@preact/signals';

/** Whether this browser has a connection, and since when it is known again. */
export const connection = signal<'online' | 'offline' | 'reconnecting'>(navigator.onLine ? 'online' : 'offline');

/** A browser that says it is online but hears nothing for this long has nothing to wait for. */
const RECONNECTING_MS = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** A live query has answered. */
export function heardFromServer(): void {
  if (connection.value === 'reconnecting') connection.value = 'online';
}

/** Follows the browser's own word. Returns the way to stop. */
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
