/** The id of a field's element: `field-links.l1.url`. */
export function fieldId(path: string): string {
  return `field-${path}`;
}
