/** What people of one language write. `{name}`, `{city}`, `{section}`, `{number}` and `{weekday}` are filled in. */
export interface Phrases {
  locale: string;
  first: readonly string[];
  last: readonly string[];
  cities: readonly string[];
  hello: readonly string[];
  /** How a first message begins after the greeting. */
  begin: readonly string[];
  detail: readonly string[];
  question: readonly string[];
  bye: readonly string[];
  /** Short further messages. */
  short: readonly string[];
  /** What the manager answers. */
  answer: readonly string[];
}
