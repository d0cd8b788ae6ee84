import { z } from 'zod';
import { DEVICE_NAME_MAX, DEVICES_MAX } from './device.ts';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { LANGUAGES } from './languages.ts';
import { ConversationId, line } from './schema.ts';

/** A dashboard's mark that it is in front of the manager. `now` is how the store writes the current time. */
export const frontMark = <Now>(now: z.ZodType<Now>) => z.strictObject({ frontAt: now });

/** A browser's push subscription: its address, and the keys that encrypt for it (an uncompressed point of P-256, and 16 bytes). */
export const PushSubscription = z
  .strictObject({
    endpoint: z.string().max(1000).describe('An address of a browser’s push service.'),
    p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}$/, 'wrong-format' satisfies FaultCode),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'wrong-format' satisfies FaultCode),
  })
  .meta({ description: '`PushSubscription.toJSON()` of the browser, with its keys next to the endpoint.' });

/** The id of a device, made by its browser. Firestore reserves names between double underscores. */
export const DeviceId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{21}$/)
  .refine((id) => !/^__.*__$/.test(id), 'wrong-format' satisfies FaultCode)
  .meta({ description: 'The id of a device: 21 symbols, made by its browser.', examples: ['V1StGXR8_Z5jdHi6B-myT'] });

const ofDevice = z.strictObject({ deviceId: DeviceId });

export const pushKeyEndpoint = endpoint({
  method: 'GET',
  path: '/api/push-key',
  summary: 'Get the key for notifications',
  description: 'Returns the key that a browser needs to subscribe to notifications from this site.',
  caller: 'anyone',
  answer: z.strictObject({
    publicKey: z.string().nullable().describe('A VAPID public key in base64url. `null` if the site sends no notifications.'),
  }),
  problems: [],
});

export const addDeviceEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/devices/{deviceId}',
  summary: 'Turn on notifications on a device',
  description: `Stores a browser’s push subscription, so that it gets the manager’s notifications. A manager can have up to ${DEVICES_MAX} devices. Sending it again updates the device.`,
  caller: 'manager',
  checksRevocation: true,
  params: ofDevice,
  body: z.strictObject({
    name: line(DEVICE_NAME_MAX)
      .describe('How the list of devices shows it.')
      .meta({ examples: ['Chrome on Windows'] }),
    language: z.enum(LANGUAGES).describe('The language of its notifications, if the manager has chosen none.'),
    subscription: PushSubscription,
  }),
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'no-page', 'push-off', 'too-many-devices', ...WRITE_PROBLEMS],
});

export const removeDeviceEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/devices/{deviceId}',
  summary: 'Turn off notifications on a device',
  description: 'Forgets the device. Removing it again changes nothing.',
  caller: 'manager',
  checksRevocation: true,
  params: ofDevice,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'foreign-origin', 'too-fast'],
});

export const testDeviceEndpoint = endpoint({
  method: 'POST',
  path: '/api/managers/me/devices/{deviceId}/tests',
  summary: 'Send a test notification',
  description:
    'Sends a notification to one device. If its browser no longer wants any, the device is removed and the answer is `unknown-device`.',
  caller: 'manager',
  checksRevocation: true,
  params: ofDevice,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'push-off', 'unknown-device', 'push-failed', 'foreign-origin', 'too-fast'],
});

export const withdrawEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/notifications/{conversationId}',
  summary: 'Withdraw notifications of a conversation',
  description:
    'Removes the conversation’s notifications from the manager’s devices, because it was read. Devices on Apple’s push service keep theirs.',
  caller: 'manager',
  checksRevocation: true,
  params: z.strictObject({ conversationId: ConversationId }),
  query: z.strictObject({ except: DeviceId.describe('The device that read it, which needs no message.').optional() }),
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'foreign-origin', 'too-fast'],
});
