import { somePushKeys } from './push-keys.ts';

/** What a browser sends to get notifications. */
export function someDevice(endpoint = 'https://fcm.googleapis.com/fcm/send/fixture') {
  const { p256dh, auth } = somePushKeys();
  return { name: 'Chrome on Windows', language: 'en', subscription: { endpoint, p256dh, auth } } as const;
}
