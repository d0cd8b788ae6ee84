import { newTextMessage } from '@foyer/domain/new-message';
import { newProfile } from '@foyer/domain/new-profile';
import { MANAGER } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { isShown, pushFor, waitMsFor } from './plan.ts';

const SENT_AT = 1_800_000_000_000;
const message = newTextMessage({ sender: MANAGER, text: 'Yes, at nine.' }, Timestamp.fromMillis(SENT_AT));
const event = { conversationId: '0123456789abcdef0123456789abcdef', message };

describe('a reply', () => {
  test('gives an open thread eight seconds to show it, and not longer', () => {
    expect(waitMsFor(event, SENT_AT)).toBe(8000);
    expect(waitMsFor(event, SENT_AT + 3000)).toBe(5000);
    expect(waitMsFor(event, SENT_AT + 600_000)).toBe(0);
    // The clocks of the database and the function differ.
    expect(waitMsFor(event, SENT_AT - 60_000)).toBe(8000);
  });

  test('is shown by a thread that was seen since it was sent', () => {
    expect(isShown(event, SENT_AT + 1)).toBe(true);
    expect(isShown(event, SENT_AT - 1)).toBe(false);
    expect(isShown(event, null)).toBe(false);
  });

  test('is told by the name of the manager, never by its text', () => {
    const { payload, topic, ttlSeconds } = pushFor(event, { slug: 'ada', profile: newProfile('Ada Moreau') }, { language: 'de' });
    expect(payload).toEqual({
      title: 'Ada Moreau hat geantwortet',
      language: 'de',
      direction: 'ltr',
      tag: event.conversationId,
      slug: 'ada',
      sentAtMs: SENT_AT,
    });
    expect([topic, ttlSeconds]).toEqual([event.conversationId, 604_800]);
  });
});
