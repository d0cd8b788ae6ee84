import { signal } from '@preact/signals';

export const isVisible = signal(document.visibilityState === 'visible');

/** Returns a function that stops it. */
export function followVisibility(): () => void {
  const read = () => {
    isVisible.value = document.visibilityState === 'visible';
  };
  document.addEventListener('visibilitychange', read);
  return () => document.removeEventListener('visibilitychange', read);
}
