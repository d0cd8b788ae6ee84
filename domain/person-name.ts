/** The name people use when they speak of somebody: the first word of the full name. */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}
