import { expect, it } from 'vitest';
import { filterOf, VIEW_ORDER, viewOf } from './view.ts';

it('finds a conversation in the one view that asks for it', () => {
  for (const status of ['open', 'snoozed', 'closed'] as const) {
    for (const tray of ['inbox', 'requests', 'spam'] as const) {
      const asking = VIEW_ORDER.filter((view) =>
        Object.entries(filterOf(view)).every(([field, value]) => ({ status, tray })[field] === value),
      );
      expect(asking).toEqual([viewOf({ status, tray })]);
    }
  }
});
