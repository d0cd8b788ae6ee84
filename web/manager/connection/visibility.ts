import { signal } from '@preact/signals';

/** Whether this document is looked at. */
export const isVisible = signal(document.visibilityState === 'visible');

/** Returns the way to stop. */
export function followVisibility(): () => void {
  const read = () => {
    isVisible.value = document.visibilityState === 'visible';
  };
  document.addEventListener('visibilitychange', read);
  return () => document.removeEventListener('visibilitychange', read);
}
