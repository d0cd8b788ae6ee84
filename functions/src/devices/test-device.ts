import type { ManagerPush } from '@foyer/domain/manager-push';
import { settingsOf } from '@foyer/domain/settings';
import type { Cloud } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { pushWordsIn } from '../push/push-words.ts';
import { devicesOf, removeDevices } from './stored-devices.ts';

/** Throws `push-off`, `unknown-device`, also if its browser no longer wants pushes, or `push-failed`. */
export async function testDevice(cloud: Cloud, managerId: string, deviceId: string): Promise<void> {
  const push = await cloud.push();
  if (!push) throw new Problem('push-off');
  const [devices, settings] = await Promise.all([devicesOf(cloud, managerId), (await cloud.tables()).settings(managerId).get()]);
  const device = devices.get(deviceId);
  if (!device) throw new Problem('unknown-device');
  const { words, language, direction } = pushWordsIn(settingsOf(settings.data()).language ?? device.language);
  const payload: ManagerPush = { kind: 'test', title: words.testTitle, body: words.testBody, language, direction };
  const outcome = await push
    .prepare(device, { payload, topic: 'test', ttlSeconds: 60 })
    .then((send) => send())
    .catch((cause: unknown) => {
      logs.pushFailed(cause);
      throw new Problem('push-failed');
    });
  if (outcome === 'sent') return;
  await removeDevices(cloud, managerId, [deviceId]);
  throw new Problem('unknown-device');
}
