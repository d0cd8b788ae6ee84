/** The key of a field's element on the screen: `field-links.l1.url`. */
export function fieldId(path: string): string {
  return `field-${path}`;
}
