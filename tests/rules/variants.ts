import { type DocumentData, FieldValue, Timestamp } from 'firebase/firestore';

/** A value that differs from a valid one in one fact. */
interface Variant<Value> {
  fact: string;
  value: Value;
  /** The known result, if any. Unset if only the schema can know it, because null may be a valid value. */
  verdict?: 'allowed' | 'denied';
}

type Accepts = (value: unknown) => boolean;

/** Longer than any text that a document can hold. */
const BOUNDLESS = 2_000_000;

/** For each field, most of these have the wrong type. */
const SCALARS = { nothing: null, 'a number': 7, 'a text': 'text', "a time of the client's": Timestamp.now() };
const OF_EVERY_TYPE = { ...SCALARS, 'a list': ['text'] };

/**
 * Every payload that differs from the sample in one fact: a key added, each key removed, each text and list at its minimum and maximum and
 * one beyond, and each value of every other type. It finds the limits by trying, so the schema defines them.
 */
export function variantsOf(sample: DocumentData, accepts: Accepts): Variant<DocumentData>[] {
  return [{ fact: 'with all that it may have', value: sample, verdict: 'allowed' }, ...mapVariants(sample, accepts)];
}

function mapVariants(map: DocumentData, accepts: Accepts): Variant<DocumentData>[] {
  return [
    { fact: 'with an unknown field', value: { ...map, extra: 1 }, verdict: 'denied' },
    ...Object.keys(map).map((key) => ({ fact: `without ${key}`, value: without(map, key) })),
    ...Object.entries(map).flatMap(([key, value]) => {
      const put = (other: unknown) => ({ ...map, [key]: other });
      const variants = [...valueVariants(value, (other) => accepts(put(other))), ...othersOf(OF_EVERY_TYPE)];
      return variants.map((variant) => ({ ...variant, fact: `with ${key} as ${variant.fact}`, value: put(variant.value) }));
    }),
  ];
}

function listVariants(list: readonly unknown[], accepts: Accepts): Variant<unknown[]>[] {
  const [first] = list;
  // Rules join and split lists, which drops an empty entry at the end: in the middle it stays.
  const places = { first: (entry: unknown) => [entry, 'another'], between: (entry: unknown) => ['another', entry, 'last'] };
  return [
    ...sizeVariants('entries', list.length, (size) => Array.from({ length: size }, (_, index) => `${first}${index}`), accepts),
    { fact: 'the same twice', value: [first, first], verdict: 'denied' },
    ...Object.entries(places).flatMap(([place, put]) => {
      if (!accepts(put(first))) return [];
      const entries = [...valueVariants(first, (entry) => accepts(put(entry))), ...othersOf(SCALARS)];
      return entries.map((variant) => ({ ...variant, fact: `a list with ${variant.fact} ${place}`, value: put(variant.value) }));
    }),
  ];
}

function valueVariants(value: unknown, accepts: Accepts): Variant<unknown>[] {
  if (typeof value === 'number') return [value - 1, value + 1].map((other) => ({ fact: `${other}`, value: other, verdict: 'denied' }));
  if (typeof value === 'string') return sizeVariants('units', value.length, (size) => resized(value, size), accepts);
  if (Array.isArray(value)) return listVariants(value, accepts);
  return isMap(value) ? mapVariants(value, accepts) : [];
}

/** The smallest and the largest accepted sizes, and one beyond each. */
function sizeVariants<Value>(unit: string, size: number, make: (size: number) => Value, accepts: Accepts): Variant<Value>[] {
  const isFine = (other: number) => other >= 0 && accepts(make(other));
  const min = lastFine(size, -1, isFine);
  const max = lastFine(size, BOUNDLESS, isFine);
  if (max === BOUNDLESS) throw new Error(`Nothing bounds the number of ${unit}.`);
  return [...new Set([min - 1, min, max, max + 1])]
    .filter((other) => other >= 0)
    .map((other) => ({ fact: `${other} ${unit}`, value: make(other), verdict: other >= min && other <= max ? 'allowed' : 'denied' }));
}

/** Binary search between an accepted and a refused size. */
function lastFine(fine: number, foul: number, isFine: (size: number) => boolean): number {
  if (isFine(foul)) return foul;
  const middle = Math.trunc((fine + foul) / 2);
  if (middle === fine || middle === foul) return fine;
  return isFine(middle) ? lastFine(middle, foul, isFine) : lastFine(fine, middle, isFine);
}

function resized(text: string, size: number): string {
  return text.slice(0, size).padEnd(size, text.at(-1));
}

function othersOf(values: Record<string, unknown>): Variant<unknown>[] {
  return Object.entries(values).map(([fact, value]) => ({ fact, value }));
}

function without(map: DocumentData, key: string): DocumentData {
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));
}

function isMap(value: unknown): value is DocumentData {
  return typeof value === 'object' && value !== null && !(value instanceof Timestamp) && !(value instanceof FieldValue);
}
