/** A waiting time in words, in a language's grammar: “in 40 seconds”, “in 5 minutes”, “in 2 hours”. */
export function inTime(locale: string, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale);
  if (seconds < 100) return format.format(Math.max(1, Math.ceil(seconds)), 'second');
  return seconds < 6000 ? format.format(Math.ceil(seconds / 60), 'minute') : format.format(Math.ceil(seconds / 3600), 'hour');
}
