import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { tables } from '@foyer/functions/db';
import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { HOSTILE_TEXTS } from '../support/accepted-texts.ts';
import { begun } from '../support/conversation.ts';
import { NAUGHTY_STRINGS } from '../support/naughty-strings.ts';

/** A plain message between hostile ones, to measure whether they affect it. */
export const PLAIN = 'A plain message, as long as many are.';

/** A plain message for this many hostile ones. */
const PLAIN_STEP = 6;

/**
 * What the database could contain: every text that the API stores, and those that it refuses or cleans. The rules limit the size of what a
 * browser writes to Firestore directly, but can't inspect its text.
 */
export const STORABLE: readonly string[] = [
  ...new Set([...HOSTILE_TEXTS, ...NAUGHTY_STRINGS.map(({ text }) => text)].filter((text) => text.isWellFormed() && text.trim() !== '')),
].filter((text) => text.length <= 4000);

/** Texts with plain messages between them. */
export function withPlain(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => (index % PLAIN_STEP === 0 ? [PLAIN, text] : [text]));
}

/** Names of every kind that could be stored. */
export const NAMES: readonly string[] = [
  ...new Map(STORABLE.filter((text) => text.length <= 60).map((text, index) => [index % 60, text])).values(),
  ...NAUGHTY_STRINGS.filter(({ kind }) => kind === 'invisible direction').map(({ text }) => text),
  `Z${'\u0316'.repeat(59)}`,
].filter((text) => text.length <= 60);

/** Stores conversations directly, each from a visitor with one of the names. */
export async function putConversations(db: Firestore, managerId: string, names: readonly string[]): Promise<void> {
  const table = tables(db);
  const batch = db.batch();
  names.forEach((name, index) => {
    const at = Timestamp.fromMillis(Date.now() - (index + 10) * 60_000);
    const traits = { visitor: { name, locale: name.slice(0, 35).toWellFormed() }, section: name, unread: index % 2 };
    const { conversation } = begun({ text: STORABLE[index * 7] ?? name, at, traits });
    batch.set(table.conversation(managerId, `${index.toString(16)}`.padStart(32, '0')), conversation);
  });
  await batch.commit();
}

const WORKS = 24;
const SERVICES = 12;
const PER_PROFILE = 2 * WORKS + 2 * SERVICES + WORKS;

/** Profiles that together contain every text that a profile field may contain, each in as many places as there is room for. */
export function hostileProfiles(): Profile[] {
  const texts = STORABLE.filter((text) => text.length <= 600 && HOSTILE_TEXTS.includes(text));
  const profiles = [];
  for (let start = 0; start < texts.length; start += PER_PROFILE) profiles.push(profileOf(texts.slice(start, start + PER_PROFILE)));
  return profiles;
}

function profileOf(texts: string[]): Profile {
  const short = texts.filter((text) => text.length <= 60 && !/[\n\t\u2028\u2029]/.test(text));
  const at = (index: number) => short[index % short.length] ?? 'Nothing';
  const text = (index: number) => texts[index % texts.length] ?? 'Nothing';
  return {
    ...newProfile(at(0), at(1)),
    intro: text(2).slice(0, 300).toWellFormed(),
    location: at(3),
    status: at(4),
    sections: [
      {
        kind: 'projects',
        items: Array.from({ length: WORKS }, (_, index) => ({
          id: `work-${index}`,
          title: at(index),
          text: text(index),
          year: at(index).slice(0, 12).toWellFormed(),
        })),
      },
      {
        kind: 'services',
        items: Array.from({ length: SERVICES }, (_, index) => ({
          id: `service-${index}`,
          title: at(WORKS + index),
          text: text(WORKS + index),
          price: at(index).slice(0, 40),
        })),
      },
      { kind: 'about', text: texts.slice(0, 20).join('\n\n').slice(0, 2000).toWellFormed() },
      {
        kind: 'links',
        items: Array.from({ length: WORKS }, (_, index) => ({
          id: `link-${index}`,
          label: at(2 * WORKS + index),
          url: `https://works.example/${index}?q=<script>`,
        })),
      },
    ],
  };
}
