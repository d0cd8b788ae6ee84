import { ALWAYS } from '@foyer/domain/office-hours';
import type { FieldError } from '@foyer/domain/problem';
import type { Draft } from '@foyer/domain/profile';
import { faultSentence } from '../../problem-words.ts';

/** Faults by the key of their field. A key names sections by kind and items by id: it stays true when things are moved. */
export type Faults = Readonly<Record<string, string>>;

/** The API's faults of what was sent, in the order of the page. The first of each field counts. */
export function faultsOf(errors: readonly FieldError[], sent: Draft): Faults {
  const faults: Record<string, string> = {};
  for (const error of errors) faults[faultKey(error.path, sent)] ??= faultSentence(error);
  return faults;
}

/** `links.l1.url` for `changes.sections.9.items.0.url`; `hours.3.1` for the second interval of Wednesday, wherever it is in the list. */
export function faultKey(path: string, { sections, hours }: Draft): string {
  const [field = '', index, part, at, ...rest] = path.replace(/^(?:changes|profile)\./, '').split('.');
  if (field === 'hours' && index !== undefined) return hoursKey(Number(index), hours === ALWAYS ? [] : hours);
  if (field !== 'sections') return [field, index, part].filter((word) => word !== undefined).join('.');
  const section = sections[Number(index)];
  if (!section) return field;
  if (part !== 'items' || at === undefined || !('items' in section))
    return [section.kind, part].filter((word) => word !== undefined).join('.');
  return [section.kind, section.items[Number(at)]?.id, ...rest].filter((word) => word !== undefined).join('.');
}

function hoursKey(index: number, hours: readonly { day: number }[] = []): string {
  const day = hours[index]?.day;
  if (day === undefined) return 'hours';
  return `hours.${day}.${hours.slice(0, index).filter((earlier) => earlier.day === day).length}`;
}
