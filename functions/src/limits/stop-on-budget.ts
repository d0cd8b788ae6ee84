import { readBreakerMode } from '@foyer/domain/breaker';
import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { openPlatform, type Platform } from '../cloud.ts';
import { logs } from '../logs.ts';

/**
 * Cloud Billing's notification, schema 1.0. `costAmount` is always the actual cost: a forecast only adds `forecastThresholdExceeded`. A
 * budget of zero (last month's costs, in a first month) would stop a site at its first cent.
 * https://cloud.google.com/billing/docs/how-to/budgets-programmatic-notifications
 */
const Notification = z.object({
  budgetDisplayName: z.string().max(200).optional(),
  costAmount: z.number(),
  budgetAmount: z.number().positive(),
  costIntervalStart: z.string().max(40).optional(),
  currencyCode: z.string().max(10).optional(),
});

export interface BudgetMessage {
  /** JSON in base64. */
  data: string;
}

export type BudgetOutcome = 'stopped' | 'stopped already' | 'below the budget' | 'unreadable';

export async function stopOnBudget(message: BudgetMessage): Promise<void> {
  await stopWhenSpent(openPlatform(), message);
}

/**
 * Sets the breaker to `read-only` when costs reach the budget, and records why. Safe to repeat. It never lifts a stop: when costs fall or a
 * new month begins, the host decides. While costs exceed the budget the next message stops the site again, so the host must raise the
 * budget first.
 */
export async function stopWhenSpent(platform: Platform, message: BudgetMessage): Promise<BudgetOutcome> {
  const notification = read(message);
  if (notification === null) {
    logs.budgetUnreadable();
    return 'unreadable';
  }
  const { costAmount, budgetAmount, currencyCode = null, budgetDisplayName = null, costIntervalStart = null } = notification;
  if (costAmount < budgetAmount) return 'below the budget';
  const table = await platform.tables();
  const breaker = table.breaker();
  const isNew = await table.transaction(async (transaction) => {
    const stored = (await transaction.get(breaker)).data();
    if (readBreakerMode(stored).mode === 'read-only') return false;
    transaction.set(breaker, {
      mode: 'read-only',
      budget: {
        stoppedAt: Timestamp.fromMillis(platform.now()),
        name: budgetDisplayName,
        costs: costAmount,
        amount: budgetAmount,
        currency: currencyCode,
        since: costIntervalStart,
      },
    });
    return true;
  });
  if (isNew) logs.budgetSpent(costAmount, budgetAmount, currencyCode);
  return isNew ? 'stopped' : 'stopped already';
}

function read({ data }: BudgetMessage): z.output<typeof Notification> | null {
  try {
    return Notification.parse(JSON.parse(Buffer.from(data, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}
