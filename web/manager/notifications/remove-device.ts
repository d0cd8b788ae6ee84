import type { removeDeviceEndpoint } from '@foyer/domain/device-schema';
import { call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';

/** Ends a device's notifications. Throws `ApiProblem`. */
export async function removeDevice(proof: Proof, deviceId: string): Promise<void> {
  await call<typeof removeDeviceEndpoint>('DELETE', '/api/managers/me/devices/{deviceId}', { params: { deviceId } }, await proof());
}
