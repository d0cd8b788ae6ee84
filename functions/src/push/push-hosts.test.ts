import { describe, expect, test } from 'vitest';
import { REFUSED_ENDPOINTS } from '../../../tests/support/push-endpoints.ts';
import { ENDPOINT_MAX, loopbackAt, pushServiceAt } from './push-hosts.ts';

const FCM = 'https://fcm.googleapis.com/fcm/send/c8:APA91b';

test.each([
  FCM,
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA',
  'https://autopush.push.services.mozilla.com/wpush/v2/gAAAAA',
  'https://web.push.apple.com/QGuQyavXutnMH',
  'https://api.push.apple.com/3/device/x',
  'https://wns2-by3p.notify.windows.com/w/?token=BQYAAA%3d',
])('%s is a browser’s push service', (endpoint) => expect(pushServiceAt(endpoint)?.href).toBe(endpoint));

test.each(REFUSED_ENDPOINTS)('%s is none: %s', (_, endpoint) => {
  expect(pushServiceAt(endpoint)).toBeNull();
  expect(loopbackAt(endpoint)).toBeNull();
});

test('an endpoint can have 1,000 symbols', () => {
  expect(pushServiceAt(`https://fcm.googleapis.com/${'x'.repeat(ENDPOINT_MAX - 27)}`)).not.toBeNull();
});

describe('a server on this machine, for the emulators', () => {
  test('is named by its address', () => expect(loopbackAt('http://127.0.0.1:4000/push/1')?.port).toBe('4000'));

  test.each(['http://localhost:4000/x', 'http://127.0.0.2:4000/x', 'http://[::1]:4000/x', 'http://x@127.0.0.1:4000/x', 'http://0/'])(
    'is not %s',
    (endpoint) => expect(loopbackAt(endpoint)).toBeNull(),
  );
});
