import {
  addDeviceEndpoint,
  pushKeyEndpoint,
  removeDeviceEndpoint,
  testDeviceEndpoint,
  withdrawEndpoint,
} from '@foyer/domain/device-schema';
import type { Hono } from 'hono';
import { type Env, route } from '../http/route.ts';
import { addDevice } from './add-device.ts';
import { removeDevices } from './stored-devices.ts';
import { testDevice } from './test-device.ts';
import { withdrawNotifications } from './withdraw-notifications.ts';

export const deviceEndpoints = [pushKeyEndpoint, addDeviceEndpoint, removeDeviceEndpoint, testDeviceEndpoint, withdrawEndpoint];

export function deviceRoutes(app: Hono<Env>): void {
  route(app, pushKeyEndpoint, async (_, context) => ({ publicKey: (await context.var.cloud.push())?.publicKey ?? null }));

  route(app, addDeviceEndpoint, async ({ params, body }, context, { uid }) => {
    await addDevice(context.var.cloud, uid, params.deviceId, body);
    return null;
  });

  route(app, removeDeviceEndpoint, async ({ params }, context, { uid }) => {
    await removeDevices(context.var.cloud, uid, [params.deviceId]);
    return null;
  });

  route(app, testDeviceEndpoint, async ({ params }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitPushTest(uid, cloud.now());
    await testDevice(cloud, uid, params.deviceId);
    return null;
  });

  route(app, withdrawEndpoint, async ({ params, query }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitWithdrawal(uid, cloud.now());
    await withdrawNotifications(cloud, uid, params.conversationId, query.except);
    return null;
  });
}
