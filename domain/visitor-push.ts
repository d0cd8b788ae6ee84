import { z } from 'zod';
import { ofConversation } from './conversation.ts';
import { DeviceId, PushSubscription } from './device-schema.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { LANGUAGES } from './languages.ts';
import { PUSHES_MAX } from './reach.ts';

const ofPush = ofConversation.extend({
  pushId: DeviceId.describe('The id of the browser for this conversation: 21 symbols, made by the browser.'),
});

export const subscribeToRepliesEndpoint = endpoint({
  method: 'PUT',
  path: '/api/conversations/{conversationId}/pushes/{pushId}',
  summary: 'Get notified of replies',
  description: `Sends a push notification to this browser when the manager replies and the conversation isn’t open. It says who replied, never what. Up to ${PUSHES_MAX} browsers get one; a further one replaces the one that asked longest ago. Notifications end with the browser’s session. Counts as a message for the limits.`,
  caller: 'visitor',
  params: ofPush,
  body: z.strictObject({ subscription: PushSubscription, language: z.enum(LANGUAGES).describe('The language of the notifications.') }),
  answer: null,
  problems: ['session-ended', 'conversation-deleted', 'unknown-slug', 'blocked', 'sending-paused', 'busy', ...WRITE_PROBLEMS],
});

export const unsubscribeFromRepliesEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/conversations/{conversationId}/pushes/{pushId}',
  summary: 'Stop being notified of replies',
  description: 'Sends no further push notifications to this browser for this conversation.',
  caller: 'visitor',
  params: ofPush,
  answer: null,
  problems: ['session-ended', 'conversation-deleted', 'sending-paused', 'busy', 'foreign-origin'],
});
