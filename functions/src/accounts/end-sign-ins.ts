import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, STORE_ERROR, storeErrorCode } from '../db.ts';

/**
 * Ends every sign-in of a manager. Auth gives their browsers no new ID tokens, and says so to every call of the API. The time is also in the
 * manager's document, by Auth's clock: open dashboards listen to it, and uploads compare with it. Also ends notifications. Safe to repeat.
 */
export async function endSignIns(platform: Platform, managerId: string): Promise<void> {
  const auth = await platform.auth();
  await auth.revokeRefreshTokens(managerId);
  const { tokensValidAfterTime } = await auth.getUser(managerId);
  const signInsEndedAt = Timestamp.fromDate(new Date(tokensValidAfterTime ?? platform.now()));
  const table = await platform.tables();
  // A browser that was signed out must not show who writes, or what.
  await isAccepted(table.devices(managerId).update({ devices: FieldValue.delete() }));
  await table
    .manager(managerId)
    .update({ signInsEndedAt })
    .catch((error: unknown) => {
      // Someone without a page has no dashboard either.
      if (storeErrorCode(error) !== STORE_ERROR.notFound) throw error;
    });
}
