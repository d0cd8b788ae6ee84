import { Status, Tray } from '@foyer/domain/conversation';
import { expect, it } from 'vitest';
import { filterOf, VIEW_ORDER, viewOf } from './view.ts';

it('finds a conversation in the one view that asks for it', () => {
  for (const status of Status.options) {
    for (const tray of Tray.options) {
      const asking = VIEW_ORDER.filter((view) =>
        Object.entries(filterOf(view)).every(([field, value]) => [value].flat().includes({ status, tray }[field as 'status' | 'tray'])),
      );
      expect(asking).toEqual([viewOf({ status, tray })]);
    }
  }
});
