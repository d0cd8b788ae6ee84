/** Whether two JSON values are equal, whatever the order of their fields. A field that is `undefined` counts as missing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  }
  const names = [...Object.keys(one), ...Object.keys(other).filter((name) => !(name in one))];
  return names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)));
}
