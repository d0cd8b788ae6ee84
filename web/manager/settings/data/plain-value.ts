/** A stored value as JSON has it: the store's timestamps, and dates, as ISO 8601 in UTC. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if ('toDate' in value && typeof value.toDate === 'function') return plainValue(value.toDate());
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValue(part)]));
}
