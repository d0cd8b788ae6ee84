import { openSheet } from '../workspace/panels.ts';
import type { Act, Doing } from './act.ts';

export function perform(act: Act, doing: Doing): void {
  if ('dialog' in act) openSheet((onClose) => act.dialog({ ...doing, onClose }));
  else if ('change' in act) doing.workspace.change(doing.conversations, act);
  else act.run(doing);
}
