/** Zones named after a place start with one of these. All others are old names of such zones, or offsets. */
const AREA = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//i;

/**
 * What people call a time zone: "Buenos Aires" for `America/Argentina/Buenos_Aires`, "New York" for `US/Eastern`. One without a place is its
 * offset: `Etc/GMT+5` is "UTC−5", since the signs of those names are inverted (POSIX). A zone that this machine doesn't know keeps its name.
 */
export function zoneName(zone: string): { name: string; isPlace: boolean } {
  const known = AREA.test(zone) ? zone : canonical(zone);
  if (AREA.test(known)) return { name: (known.split('/').at(-1) ?? known).replaceAll('_', ' '), isPlace: true };
  return { name: offsetOf(known) ?? known.replaceAll('_', ' '), isPlace: false };
}

/** Any date will do: a zone has one such name for the whole year, even with summer time. */
const SOME_SUMMER = Date.UTC(2026, 6);

/** A language's name for a time zone: "توقيت وسط أوروبا". `null` for a zone that this machine doesn't know. */
export function zoneNameIn(zone: string, locale: string): string | null {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
    return format.formatToParts(SOME_SUMMER).find(({ type }) => type === 'timeZoneName')?.value ?? null;
  } catch {
    return null;
  }
}

function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

/** "UTC", "UTC−5", "UTC+5:30". These zones never change their offset. */
function offsetOf(zone: string): string | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(0);
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace(/^GMT/, '') ?? '';
    return `UTC${/^[+-]0$/.test(offset) ? '' : offset.replace('-', '−')}`;
  } catch {
    return null;
  }
}
