import { ALWAYS, inOrder, isAllDay } from './office-hours.ts';
import type { Draft, Profile } from './profile.ts';
import { safeLink } from './safe-link.ts';
import { normaliseLine, normaliseText } from './text.ts';
import { completeLink, labelOf } from './typed-link.ts';

/** Placeholder names, in the language of the dashboard. */
export interface DraftNames {
  /** For the manager: one word. */
  unnamed: string;
  /** For a link to an email address. */
  email: string;
}

/** A draft as a profile for display: drops half-typed links, items without text and empty texts. The schema decides about publishing. */
export function presentable(draft: Draft, names: DraftNames): Profile {
  const {
    name,
    pronouns,
    headline,
    intro,
    location,
    timeZone,
    status,
    statusUntil,
    hours,
    portrait,
    cover,
    sections,
    theme,
    reach,
    ...rest
  } = draft;
  return {
    ...rest,
    name: words(name) || names.unnamed,
    ...optional({
      pronouns: words(pronouns),
      headline: words(headline),
      intro: prose(intro),
      location: words(location),
      timeZone: words(timeZone),
      status: words(status),
      statusUntil: day(statusUntil),
      hours: hours === ALWAYS ? hours : hours && inOrder(hours.filter(isWhole)),
      portrait,
      cover,
    }),
    sections: sections.map((one) => section(one, names)),
    theme: { ...theme, accent: /^#[0-9a-f]{6}$/.test(theme.accent) ? theme.accent : '#444444' },
    reach,
  };
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function isWhole(interval: { from: string; to: string }): boolean {
  return CLOCK.test(interval.from) && CLOCK.test(interval.to) && (interval.from !== interval.to || isAllDay(interval));
}

function section(draft: Draft['sections'][number], names: DraftNames): Profile['sections'][number] {
  const { title: typed, isHidden, ...rest } = draft;
  const common = optional({ title: words(typed), isHidden });
  switch (rest.kind) {
    case 'projects': {
      const items = rest.items.map(({ id, title, text, image, link, year }) => ({
        id,
        title: words(title),
        ...optional({ text: prose(text), image, link: linkOf(link), year: words(year) }),
      }));
      return { ...common, kind: rest.kind, items: items.filter(({ title }) => title !== '') };
    }
    case 'services': {
      const items = rest.items.map(({ id, title, text, price }) => ({
        id,
        title: words(title),
        ...optional({ text: prose(text), price: words(price) }),
      }));
      return { ...common, kind: rest.kind, items: items.filter(({ title }) => title !== '') };
    }
    case 'experience': {
      const items = rest.items.map(({ id, role, place, period, text }) => ({
        id,
        role: words(role),
        ...optional({ place: words(place), period: words(period), text: prose(text) }),
      }));
      return { ...common, kind: rest.kind, items: items.filter(({ role }) => role !== '') };
    }
    case 'skills':
      return {
        ...common,
        kind: rest.kind,
        items: rest.items.map(({ id, name }) => ({ id, name: words(name) })).filter(({ name }) => name !== ''),
      };
    case 'gallery':
      return {
        ...common,
        kind: rest.kind,
        items: rest.items.map(({ id, image, caption }) => ({ id, image, ...optional({ caption: words(caption) }) })),
      };
    case 'testimonials': {
      const items = rest.items.map(({ id, text, name, role }) => ({
        id,
        text: prose(text),
        name: words(name),
        ...optional({ role: words(role) }),
      }));
      return { ...common, kind: rest.kind, items: items.filter(({ text }) => text !== '') };
    }
    case 'faq': {
      const items = rest.items.map(({ id, question, answer }) => ({ id, question: words(question), answer: prose(answer) }));
      return { ...common, kind: rest.kind, items: items.filter(({ question }) => question !== '') };
    }
    case 'links': {
      const items = rest.items.flatMap(({ id, label, url }) => {
        const link = linkOf(url);
        return link === undefined ? [] : [{ id, label: words(label) || labelOf(link, names.email), url: link }];
      });
      return { ...common, kind: rest.kind, items };
    }
    case 'about':
      return { ...common, kind: rest.kind, text: prose(rest.text) };
    case 'now':
      return { ...common, kind: rest.kind, text: prose(rest.text), ...optional({ updatedOn: day(rest.updatedOn) }) };
  }
}

function linkOf(typed: string | undefined): string | undefined {
  return safeLink(completeLink(words(typed))) ?? undefined;
}

function words(typed: string | undefined): string {
  return typed === undefined ? '' : normaliseLine(typed);
}

function prose(typed: string | undefined): string {
  return typed === undefined ? '' : normaliseText(typed);
}

function day(typed: string | undefined): string | undefined {
  return typed !== undefined && /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : undefined;
}

type Kept<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function optional<T extends object>(fields: T): Kept<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Kept<T>;
}
