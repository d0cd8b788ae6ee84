import { openConversationEndpoint } from '@foyer/domain/conversation';
import { exportConversationEndpoint } from '@foyer/domain/export';
import { threadForm } from '@foyer/domain/form';
import { checkSlugEndpoint } from '@foyer/domain/manager';
import { searchEndpoint } from '@foyer/domain/search';
import { countViewEndpoint } from '@foyer/domain/statistics';
import { isRead } from '../http/route.ts';
import { OPEN_API_PATH } from '../openapi/paths.ts';
import { READ_COST } from './rates.ts';
import type { Charge } from './requests-in-turn.ts';

const READS: readonly [path: RegExp, cost: number][] = (
  [
    [{ path: OPEN_API_PATH }, READ_COST.openApi],
    [openConversationEndpoint, READ_COST.conversation],
    [threadForm, READ_COST.form],
    [searchEndpoint, READ_COST.inbox],
    [checkSlugEndpoint, READ_COST.slugCheck],
    [exportConversationEndpoint, READ_COST.export],
  ] as const
).map(([{ path }, cost]) => [new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), cost]);

/** Any method at the views path counts as a view: a flood there must not use up write turns. */
export function chargeOf(method: string, path: string): Charge {
  if (path === countViewEndpoint.path) return { kind: 'view' };
  if (!isRead(method)) return { kind: 'write' };
  return { kind: 'read', cost: READS.find(([pattern]) => pattern.test(path))?.[1] ?? READ_COST.page };
}
