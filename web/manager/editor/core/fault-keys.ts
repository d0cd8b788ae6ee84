import type { FieldError } from '@foyer/domain/problem';
import type { Draft } from '@foyer/domain/profile';

/** Faults by the key of their field. A key names sections by kind and items by id: it stays true when things are moved. */
export type Faults = Readonly<Record<string, string>>;

/** The API's faults of what was sent, in the order of the page. The first of each field counts. */
export function faultsOf(errors: readonly FieldError[], sent: Draft): Faults {
  const faults: Record<string, string> = {};
  for (const { path, message } of errors) faults[faultKey(path, sent)] ??= message;
  return faults;
}

/** `links.l1.url` for `changes.sections.9.items.0.url`. */
export function faultKey(path: string, { sections, hours }: Draft): string {
  const [field = '', index, part, at, ...rest] = path.replace(/^(?:changes|profile)\./, '').split('.');
  if (field === 'hours') return `hours.${hours?.[Number(index)]?.day ?? ''}`;
  if (field !== 'sections') return [field, index, part].filter((word) => word !== undefined).join('.');
  const section = sections[Number(index)];
  if (!section) return field;
  if (part !== 'items' || at === undefined || !('items' in section))
    return [section.kind, part].filter((word) => word !== undefined).join('.');
  return [section.kind, section.items[Number(at)]?.id, ...rest].filter((word) => word !== undefined).join('.');
}
