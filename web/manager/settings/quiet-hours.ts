import type { QuietHours } from '@foyer/domain/settings';

/** What the hours are when they are turned on. */
export const USUAL_HOURS: QuietHours = { from: '22:00', to: '07:00' };

/** When quiet hours end, seen from their start. */
export function endOf({ from, to }: QuietHours): 'same-day' | 'next-day' | 'all-day' {
  if (from === to) return 'all-day';
  return from < to ? 'same-day' : 'next-day';
}

/** This browser's time zone, as the settings store it: some browsers report names that no other machine knows. */
export function zoneHere(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  return /^[A-Za-z0-9_+/-]{1,60}$/.test(zone ?? '') && zone !== 'Etc/Unknown' ? zone : 'UTC';
}
