import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { expect, test } from 'vitest';
import { onCreated } from './trigger.ts';

test('a trigger is described as by firebase-functions itself', () => {
  const options = { serviceAccount: 'events@project.iam.gserviceaccount.com', concurrency: 40, maxInstances: 10, retry: true };
  const document = 'managers/{managerId}/conversations/{conversationId}/messages/{messageId}';
  const original = onDocumentCreated({ ...options, document }, () => {}) as unknown as { __endpoint: object };
  expect(onCreated({ ...options, document }, async () => {}).__endpoint).toEqual(original.__endpoint);
});
